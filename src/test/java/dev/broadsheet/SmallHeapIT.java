package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Topics for which the heap of a real process is too small, and those that just fit into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallHeapIT {
  private static final int ARTICLES = 240;
  private static final int WORDS = 150;
  private static final Pattern REFUSAL =
      Pattern.compile(
          "Cannot find 120 topics over ([\\d,]+) terms: that needs ([\\d,]+) MB, and of the heap of (\\d+) MB only (\\d+) MB are free\\. Give the program ([\\d,]+) MB \\(BROADSHEET_MEMORY, or --driver-memory of spark-submit\\), or say --topics (\\d+), or --vocabulary (\\d+)\\.\n");

  @TempDir static Path folder;

  /** Of words that are nowhere else: as many terms as can be. */
  @BeforeAll
  void writeArticles() {
    var random = new Random(1);
    var corpus = new Corpus(folder.resolve("input"));
    var lines = new StringBuilder();
    for (int i = 0; i < ARTICLES; i++) {
      var body = new StringBuilder();
      for (int w = 0; w < WORDS; w++) {
        body.append(w == 0 ? "" : " ")
            .append('w')
            .append(Long.toString(random.nextLong() >>> 1, 36));
      }
      lines.append("{\"title\":\"t%d\",\"body\":\"%s\"}\n".formatted(i, body));
    }
    corpus.file("all.jsonl", lines.toString());
  }

  private ChildJvm.Ended run(String heap, Object... more) {
    return ChildJvm.java(
            ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
            Stream.concat(
                    Stream.of(
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-Dspark.ui.enabled=false",
                        "dev.broadsheet.Main",
                        "run",
                        "--input",
                        folder.resolve("input"),
                        "--output",
                        folder.resolve("output"),
                        "--analyzer",
                        "whitespace",
                        "--min-df",
                        1),
                    Arrays.stream(more))
                .toArray())
        .run();
  }

  @Test
  void tooManyTopicsForTheHeapAreRefusedBeforeTheFitWithTheNumbers() {
    ChildJvm.Ended ended = run("512m", "--topics", 120, "--run-id", "refused");
    assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
    assertThat(ended.printed()).containsPattern(REFUSAL).doesNotContain("\tat ");
    assertThat(ended.printed()).doesNotContain("  fit topics");
    assertThat(folder.resolve("output/runs/refused")).doesNotExist();
  }

  @Test
  void aHeapThatIsTooSmallForSparkIsSaidInOneLine() {
    ChildJvm.Ended ended = run("256m", "--topics", 2);
    assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
    assertThat(ended.printed())
        .containsPattern(
            "Cannot start Spark: a heap of \\d+ MB is too small for it\\. Give the program 512 MB or more \\(BROADSHEET_MEMORY, or --driver-memory of spark-submit\\)\\.\n")
        .doesNotContain("\tat ");
  }

  @Test
  @Tag("heavy")
  void theMostTopicsThatARefusalNamesFitIntoTheSameHeap() {
    Matcher refusal = REFUSAL.matcher(run("512m", "--topics", 120).printed());
    assertThat(refusal.find()).isTrue();
    ChildJvm.Ended ended = run("512m", "--topics", refusal.group(6));
    assertThat(ended.code()).as(ended.printed()).isZero();
  }
}
