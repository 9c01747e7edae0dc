package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs of texts that are none: letters, marks and controls of all of Unicode at random, by a
 * seed, with bytes that are not UTF-8. {@code -Dfuzz.files} and {@code -Dfuzz.seed} make others.
 */
@SparkTest
class GarbageArchiveTest {
  private static final int FILES = Integer.getInteger("fuzz.files", 60);
  private static final int MANY_FILES = Integer.getInteger("fuzz.files", 3000);
  private static final long SEED = Long.getLong("fuzz.seed", 42);
  private static final int RECORDS = 5;

  /** What texts are made of, beside any letter: what some rule looks for. */
  private static final List<String> PIECES =
      List.of(
          "The river rose. ",
          "Mr. Smith, of the U.N., said: \"No\" ",
          "\u200B",
          "\uFEFF",
          "\uFFFD",
          "\u0301",
          "\u202E",
          "e\u0301\u0327",
          "<p>",
          "</script",
          "&#x110000;",
          "&amp;lt;",
          "http://[::1",
          "https://a.example/%zz?#",
          "From: a@b\n",
          "> ",
          "--\n",
          "1e999 ",
          "$5bn ",
          "\u00C3\u00A9",
          "\uD83D\uDC69\u200D\uD83D\uDE80",
          "-".repeat(300),
          "a".repeat(300),
          "\n\n",
          " ");

  @TempDir Path folder;

  @Test
  void isReadToItsEndAndPublished(SparkSession spark) {
    publishes(FILES, spark);
  }

  @Tag("heavy")
  @Test
  void isReadToItsEndAndPublishedHoweverMuch(SparkSession spark) {
    publishes(MANY_FILES, spark);
  }

  private void publishes(int files, SparkSession spark) {
    var random = new Random(SEED);
    var corpus = new Corpus(folder.resolve("news"));
    Map<String, Long> records = new TreeMap<>();
    for (int i = 0; i < files; i++) {
      String name = "%05d.%s".formatted(i, i % 2 == 0 ? "txt" : "jsonl");
      records.put(name, i % 2 == 0 ? 1L : RECORDS);
      corpus.file(name, i % 2 == 0 ? text(random) : lines(random));
    }
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code =
        new Cli(out, out)
            .run(
                "run",
                "--input",
                folder.resolve("news").toString(),
                "--output",
                folder.resolve("output").toString(),
                "--max-bad-ratio",
                "1",
                "--run-id",
                "garbage");
    assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(found(spark)).isEqualTo(records);
  }

  /** How many articles and rejected records there are of each file. */
  private Map<String, Long> found(SparkSession spark) {
    RunStore store = RunStore.at(folder.resolve("output").toString());
    Manifest run = store.manifest("garbage").orElseThrow();
    assertThat(run.published()).isTrue();
    Map<String, Long> found = new TreeMap<>();
    for (String table : List.of("articles", "quarantine")) {
      for (Row row :
          spark
              .read()
              .parquet(store.path("garbage") + "/" + table)
              .select("input_file")
              .collectAsList()) {
        found.merge(Path.of(row.getString(0)).getFileName().toString(), 1L, Long::sum);
      }
    }
    return found;
  }

  private static byte[] text(Random random) {
    String text = "%s\n20240101\nhttps://a.example/%d\n%s\n";
    return text.formatted(piece(random), random.nextInt(), garbage(random))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Records that are JSON whatever is in them, but for bytes that are not UTF-8. */
  private static byte[] lines(Random random) {
    var lines = new ByteArrayOutputStream();
    for (int i = 0; i < RECORDS; i++) {
      String line = "{\"title\":\"%s\",\"body\":\"%s\",\"url\":\"https://b.example/%s\"}\n";
      byte[] bytes =
          line.formatted(escaped(garbage(random)), escaped(garbage(random)), random.nextInt())
              .getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(10) == 0) {
        bytes[random.nextInt(bytes.length - 1)] = (byte) (0x80 + random.nextInt(0x80));
      }
      lines.writeBytes(bytes);
    }
    return lines.toByteArray();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cc}", "\\\\n");
  }

  private static String garbage(Random random) {
    var garbage = new StringBuilder();
    int pieces = random.nextInt(1 + random.nextInt(120));
    for (int i = 0; i < pieces; i++) {
      garbage.append(piece(random));
    }
    return garbage.toString();
  }

  private static String piece(Random random) {
    if (random.nextInt(3) == 0) {
      return PIECES.get(random.nextInt(PIECES.size()));
    }
    // Of one alphabet each, or no word would have two letters of one.
    int alphabet = random.nextInt(4) == 0 ? random.nextInt(0x10FF) << 8 : random.nextInt(0x20) << 8;
    var word = new StringBuilder();
    for (int i = 1 + random.nextInt(9); i > 0; i--) {
      int letter = alphabet + random.nextInt(0x100);
      boolean surrogate = letter >= 0xD800 && letter < 0xE000;
      word.appendCodePoint(surrogate || letter == '\n' ? 'x' : letter);
    }
    return word.append(' ').toString();
  }
}
