package dev.broadsheet.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * News as a program needs it to be timed: sentences of English function words and made-up words,
 * lengths that are spread as those of news are (lognormal, a median of 150 words), names, subjects
 * that come and go over a year, 50 sources, and some reprints. Article i depends on i alone, so
 * that a smaller corpus is the beginning of a larger one.
 *
 * @param articles how many
 */
record GeneratedNews(long articles) {
  private static final String[] FUNCTION_WORDS =
      ("the of to and a in is that for on it with as was at by be from has have are this will not but"
              + " said were its an or which had they been their more after would who he his")
          .split(" ");
  private static final String CONSONANTS = "bcdfghjklmnprstvwz";
  private static final String VOWELS = "aeiou";

  private static final int SUBJECTS = 60;
  private static final int WORDS_OF_A_SUBJECT = 600;
  private static final int COMMON_WORDS = 30_000;
  private static final int NAMES = 4_000;
  private static final int SOURCES = 50;
  private static final int DAYS = 365;
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

  private static final double MEDIAN_WORDS = 150;
  private static final double SPREAD = 0.7;
  private static final int LEAST_WORDS = 25;
  private static final int MOST_WORDS = 2_000;

  /** One in so many articles prints another's text. */
  private static final int REPRINT_ONE_IN = 40;

  /** Writes them as JSON lines, once: what is there is left as it is. */
  void write(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    var json = new JsonFactory();
    try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        JsonGenerator lines = json.createGenerator(out)) {
      lines.setRootValueSeparator(null);
      for (long i = 0; i < articles; i++) {
        write(lines, i);
        lines.writeRaw('\n');
      }
    }
    Files.move(part, file);
  }

  private static void write(JsonGenerator lines, long i) throws IOException {
    var own = new SplittableRandom(0x9e3779b97f4a7c15L * (i + 1));
    boolean reprint = i > 0 && own.nextInt(REPRINT_ONE_IN) == 0;
    long original = reprint ? own.nextLong(i) : i;
    var random = new SplittableRandom(0x9e3779b97f4a7c15L * (original + 1) + 7);
    int subject = below(SUBJECTS, random);
    // A subject has its season, and a tenth of its articles at any time.
    int day =
        random.nextInt(10) == 0
            ? random.nextInt(DAYS)
            : (int) (DAYS * (subject + random.nextDouble() * 20) / SUBJECTS) % DAYS;
    String title = capitalized(words(6, subject, random));
    String body = body(subject, random);
    lines.writeStartObject();
    lines.writeStringField("title", title);
    lines.writeStringField("date", FIRST_DAY.plusDays(day).toString());
    lines.writeStringField(
        "url", "https://source-%d.example/%d".formatted(own.nextInt(SOURCES), i));
    lines.writeStringField("body", body);
    lines.writeEndObject();
  }

  private static String body(int subject, SplittableRandom random) {
    double length = MEDIAN_WORDS * StrictMath.exp(SPREAD * gaussian(random));
    int left = (int) Math.max(LEAST_WORDS, Math.min(MOST_WORDS, length));
    var text = new StringBuilder();
    for (int sentence = 1; left > 0; sentence++) {
      int n = Math.min(left, 8 + random.nextInt(18));
      text.append(capitalized(words(n, subject, random)))
          .append(sentence % 4 == 0 ? ".\n\n" : ". ");
      left -= n;
    }
    return text.toString().strip();
  }

  private static String words(int n, int subject, SplittableRandom random) {
    var words = new StringBuilder();
    for (int i = 0; i < n; i++) {
      int kind = random.nextInt(100);
      String word;
      if (kind < 42) {
        word = FUNCTION_WORDS[below(FUNCTION_WORDS.length, random)];
      } else if (kind < 46) {
        int name = subject * (NAMES / SUBJECTS) + below(NAMES / SUBJECTS, random);
        word = capitalized(word(1_000_000 + name)) + " " + capitalized(word(2_000_000 + name / 2));
      } else if (kind < 72) {
        word = word(100_000 + subject * WORDS_OF_A_SUBJECT + below(WORDS_OF_A_SUBJECT, random));
      } else {
        word = word(below(COMMON_WORDS, random));
      }
      words.append(i == 0 ? "" : " ").append(word);
    }
    return words.toString();
  }

  /** A number below n, of which small ones are commoner: about as Zipf has it. */
  private static int below(int n, SplittableRandom random) {
    return (int) StrictMath.pow(n + 1.0, random.nextDouble()) - 1;
  }

  /** Of a normal distribution, as the sum of twelve (Kronmal and Peterson 1981). */
  private static double gaussian(SplittableRandom random) {
    return IntStream.range(0, 12).mapToDouble(i -> random.nextDouble()).sum() - 6;
  }

  /** A made-up word: of two to four syllables, another for each number. */
  private static String word(int number) {
    long code = (number * 2_654_435_761L) & 0xffffffffL;
    int syllables = CONSONANTS.length() * VOWELS.length();
    var word = new StringBuilder();
    for (int i = 0; i < 2 + number % 3; i++) {
      int syllable = (int) (code % syllables);
      word.append(CONSONANTS.charAt(syllable / VOWELS.length()))
          .append(VOWELS.charAt(syllable % VOWELS.length()));
      code = code / syllables + number;
    }
    return word.toString();
  }

  private static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
