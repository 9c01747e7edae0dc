package dev.broadsheet.articles;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The passages of an article that its source may repeat: of its body, its title, and the title's
 * end.
 */
final class ArticlePassages {
  /** " - The Valley News", " | Sport | The Valley News". */
  private static final Pattern SUFFIX = Pattern.compile("^(.*\\S)\\s+[-–—|·:»]\\s+([^|]+)$");

  private ArticlePassages() {}

  /** Hashes of all passages with their kinds, ascending, each once. */
  static long[] of(String source, String title, String body) {
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
    return IntStream.range(0, all.length)
        .filter(i -> i == 0 || !PassageHash.areOne(all[i - 1], all[i]))
        .mapToLong(i -> all[i])
        .toArray();
  }

  /** The end of a title that may be the name of its outlet. */
  static Optional<String> suffix(String title) {
    Matcher parts = SUFFIX.matcher(title);
    return parts.matches() ? Optional.of(parts.group(2)) : Optional.empty();
  }
}
