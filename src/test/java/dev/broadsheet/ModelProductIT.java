package dev.broadsheet;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The model of a run, in the hands of another program. */
@SparkTest
@ResourceLock(value = "session", mode = ResourceAccessMode.READ)
class ModelProductIT {
  private static final Path PROGRAM = Path.of("src/test/java/dev/broadsheet/ScoreArticles.java");

  @TempDir Path folder;

  /** A topic of an article; two are equal where every bit of the weight is. */
  private record Weighed(int topic, double weight) {}

  @Test
  void anotherProgramScoresTheArticlesOfARunAsTheRunDidToTheLastBit(SparkSession spark)
      throws IOException {
    Path output = SeedsRun.published().output;
    Path run = output.resolve("runs").resolve(RunStore.at(output.toString()).current().get());
    writeArticles(spark, folder.resolve("articles"));
    score(run, folder.resolve("articles"), folder.resolve("scored"));

    Dataset<Row> articles =
        spark.read().parquet(run.resolve("articles").toString()).where("duplicate_of is null");
    Map<String, List<Weighed>> ofTheRun =
        byUrl(
            spark
                .read()
                .parquet(run.resolve("article_topics").toString())
                .join(articles.select("article_id", "url"), "article_id"));
    Map<String, List<Weighed>> ofTheProgram =
        byUrl(spark.read().parquet(folder.resolve("scored").toString()));
    ofTheProgram.keySet().retainAll(ofTheRun.keySet());
    ofTheProgram.replaceAll((url, topics) -> kept(topics));
    assertThat(ofTheRun).hasSizeGreaterThan(100);
    assertThat(ofTheProgram).isEqualTo(ofTheRun);
  }

  /** The articles as the run read them, without what it found of them. */
  private static void writeArticles(SparkSession spark, Path path) {
    InputFiles seeds =
        InputFiles.list(
            List.of("seeds"), Optional.empty(), spark.sparkContext().hadoopConfiguration());
    ArticleReader.read(spark, seeds, 1 << 20)
        .where("reason is null")
        .select("title", "url", "body")
        .write()
        .parquet(path.toString());
  }

  /** Its class lies alone in a folder, so there is no class of ours but those of the jar. */
  private void score(Path run, Path articles, Path scored) throws IOException {
    Path name = Path.of("dev", "broadsheet", "ScoreArticles.class");
    Path program = folder.resolve("program");
    Files.createDirectories(program.resolve(name).getParent());
    Files.copy(Path.of("target/test-classes").resolve(name), program.resolve(name));
    String classPath =
        String.join(
            File.pathSeparator,
            program.toString(),
            ChildJvm.jar().toString(),
            ChildJvm.sparkClassPath());
    ChildJvm.Ended ended =
        ChildJvm.java(
                classPath,
                "-Dspark.master=local[1]",
                "-Dspark.app.name=another",
                "-Dspark.ui.enabled=false",
                "dev.broadsheet.ScoreArticles",
                run,
                articles,
                scored)
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
  }

  /** What article_topics keeps of an article's weights: see ArticleTopics. */
  private static List<Weighed> kept(List<Weighed> topics) {
    List<Weighed> kept =
        topics.stream()
            .limit(8)
            .filter(w -> w.weight() >= 0.05 || w.equals(topics.get(0)))
            .toList();
    double total = 0;
    for (Weighed w : kept) {
      total += w.weight();
    }
    double all = total;
    return kept.stream().map(w -> new Weighed(w.topic(), w.weight() / all)).toList();
  }

  /** The topics of each article, by weight. */
  private static Map<String, List<Weighed>> byUrl(Dataset<Row> rows) {
    return rows.select("url", "topic_id", "weight").collectAsList().stream()
        .collect(
            groupingBy(
                row -> row.getString(0),
                TreeMap::new,
                mapping(
                    row -> new Weighed(row.getInt(1), row.getDouble(2)),
                    collectingAndThen(toList(), ModelProductIT::sorted))));
  }

  private static List<Weighed> sorted(List<Weighed> topics) {
    return topics.stream()
        .sorted(comparing((Weighed w) -> -w.weight()).thenComparing(Weighed::topic))
        .toList();
  }

  @Test
  void theReadmeShowsThisProgram() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("PipelineModel model");
    String shown = readme.substring(from, readme.indexOf("```", from));
    assertThat(shown.lines()).hasSizeGreaterThan(5);
    assertThat(withoutIndent(Files.readString(PROGRAM))).contains(withoutIndent(shown));
  }

  private static String withoutIndent(String code) {
    return code.lines().map(String::strip).collect(joining("\n")).strip();
  }
}
