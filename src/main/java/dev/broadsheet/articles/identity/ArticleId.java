package dev.broadsheet.articles.identity;

import dev.broadsheet.articles.cleaning.Letters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives every article its id: the first 16 hex digits of SHA-256 over its canonical URL, or over
 * title, date and body where it has none. Here an id is these 64 bits.
 *
 * <p>Articles under one address are versions of one if their titles are equal or half of the
 * shorter text is in the other. An address of several articles, a home page or a feed, names none
 * of them: their ids are of address, title, date and body.
 *
 * <p>Of several versions the first in the order of {@link Version#BEST_FIRST} wins and keeps the
 * id. The others need a key of their own, so that {@code article_id} stays one: the hash of the
 * shared id and their place in that order.
 */
final class ArticleId {
  private ArticleId() {}

  /** The id as the tables have it. */
  static String text(long id) {
    return HexFormat.of().toHexDigits(id);
  }

  /** Under which rows are versions of one article, or share an address. */
  static long key(ArticleRow row) {
    return hash(row.address() == null ? content(row) : row.address());
  }

  /** Title, date and body, as far as there are any. */
  static long contentHash(ArticleRow row) {
    return hash(content(row));
  }

  private static String content(ArticleRow row) {
    return Stream.of(row.title(), row.published(), row.body())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Letters.sha256().digest(bytes)).getLong();
  }

  /**
   * Parts the rows of one key into articles, and these into the version that wins and the others.
   *
   * @param versions all rows of the corpus with one key; will be sorted
   * @return the versions that win
   */
  static List<Copy> assign(List<Version> versions) {
    versions.sort(Version.BEST_FIRST);
    long key = versions.get(0).key();
    Map<Long, List<Version>> articles = new LinkedHashMap<>();
    List<Version> winners =
        versions.size() > 1 && versions.get(0).address() != null
            ? SharedAddress.winners(versions)
            : versions.stream().map(version -> versions.get(0)).toList();
    boolean several = winners.stream().distinct().count() > 1;
    for (int i = 0; i < versions.size(); i++) {
      long id = several ? hash(text(key) + "#" + text(winners.get(i).content())) : key;
      articles.computeIfAbsent(id, k -> new ArrayList<>()).add(versions.get(i));
    }
    return articles.entrySet().stream()
        .map(article -> winner(article.getKey(), article.getValue()))
        .toList();
  }

  private static Copy winner(long id, List<Version> versions) {
    long[] others = new long[2 * (versions.size() - 1)];
    for (int i = 1; i < versions.size(); i++) {
      others[2 * i - 2] = versions.get(i).copy().location();
      others[2 * i - 1] = hash(text(id) + "#" + (i + 1));
    }
    return versions.get(0).copy().named(id, others);
  }
}
