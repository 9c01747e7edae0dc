package dev.broadsheet.articles.boilerplate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The passages of an article that its source may repeat: of its body, its title, and the title's
 * end.
 */
final class ArticlePassages implements Serializable {
  private static final long serialVersionUID = 1;

  /** " - The Valley News", " | Sport | The Valley News". */
  private static final Pattern SUFFIX = Pattern.compile("^(.*\\S)\\s+[-–—|·:»]\\s+([^|]+)$");

  private final String source;

  /** Hashes of all passages with their kinds, ascending, each once. */
  private final long[] passages;

  private final boolean original;

  private ArticlePassages(String source, long[] passages, boolean original) {
    this.source = source;
    this.passages = passages;
    this.original = original;
  }

  /**
   * The passages of an article.
   *
   * @param source null for none
   * @param original whether it is no duplicate
   */
  static ArticlePassages of(String source, String title, String body, boolean original) {
    long own = PassageHash.TITLE.of(PassageHash.hash(source, Passage.words(title)));
    LongStream.Builder found = LongStream.builder();
    List<Passage> passages = Passage.of(body);
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      long hash = PassageHash.hash(source, passage.words());
      if (PassageHash.TITLE.of(hash) == own) {
        continue;
      }
      switch (passage.form()) {
        case LINE -> found.add(PassageHash.LINE.of(hash));
        case SENTENCE, SHORT_SENTENCE ->
            found.add(PassageHash.SENTENCE.of(hash, i, passages.size() - 1 - i));
        // A whole line needs no place: nothing else is said around it.
        case PARAGRAPH ->
            found.add(PassageHash.SENTENCE.of(hash)).add(PassageHash.PARAGRAPH.of(hash));
      }
    }
    for (Passage paragraph : Passage.paragraphs(passages)) {
      long hash = PassageHash.hash(source, paragraph.words());
      found.add(PassageHash.SENTENCE.of(hash)).add(PassageHash.PARAGRAPH.of(hash));
    }
    if (Passage.words(title).count() >= Passage.FEW_WORDS) {
      found.add(own);
    }
    suffix(title).ifPresent(end -> found.add(PassageHash.suffix(source, end)));
    long[] all = found.build().sorted().toArray();
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || !PassageHash.areOne(all[count - 1], all[i])) {
        all[count++] = all[i];
      }
    }
    return new ArticlePassages(source == null ? "" : source, Arrays.copyOf(all, count), original);
  }

  /** Empty for none. */
  String source() {
    return source;
  }

  /** Whether it is no duplicate of another article. */
  boolean original() {
    return original;
  }

  /** A passage with its kind. */
  long passage(int i) {
    return passages[i];
  }

  /** All passages without kinds. */
  long[] texts() {
    long[] texts = passages.clone();
    for (int i = 0; i < texts.length; i++) {
      texts[i] &= ~PassageHash.MARK;
    }
    return texts;
  }

  /** The end of a title that may be the name of its outlet. */
  static Optional<String> suffix(String title) {
    Matcher parts = SUFFIX.matcher(title);
    return parts.matches() ? Optional.of(parts.group(2)) : Optional.empty();
  }
}
