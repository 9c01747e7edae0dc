package dev.broadsheet.job;

import dev.broadsheet.job.stages.Memory;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark as the job wants it: defaults that the operator's settings win over, and what must be. */
public final class SparkSettings {
  /** What is shuffled in great numbers: the names of other classes are written with each object. */
  static final List<String> SHUFFLED =
      List.of(
          "dev.broadsheet.articles.identity.Copy",
          "dev.broadsheet.articles.identity.Identity",
          "dev.broadsheet.articles.boilerplate.PassageCounts",
          "dev.broadsheet.articles.identity.Version",
          "dev.broadsheet.shuffle.LongCounts$Series",
          "dev.broadsheet.shuffle.LongRows",
          "dev.broadsheet.stories.Candidates",
          "dev.broadsheet.stories.Signature",
          "dev.broadsheet.tables.ArticleTermsTable$Best",
          "dev.broadsheet.tables.ArticleTopicsTable$Weights",
          "dev.broadsheet.tables.DaysTable$Counts",
          "dev.broadsheet.tables.DaysTable$Sources",
          "dev.broadsheet.tables.NameDays",
          "dev.broadsheet.tables.NameSeries",
          "dev.broadsheet.tables.SimilarArticlesTable$Story",
          "dev.broadsheet.tables.StoriesTable$Members",
          "dev.broadsheet.tables.TopicArticlesTable$Candidate",
          "dev.broadsheet.neighbours.NearestArticles$Document",
          "dev.broadsheet.neighbours.Neighbours",
          "dev.broadsheet.topics.StemCounts",
          "java.util.ArrayList",
          "org.apache.spark.sql.catalyst.expressions.GenericRow",
          "[Ljava.lang.Object;");

  /**
   * Only where the operator set nothing. A pass of the factorization returns up to three numbers
   * for each term and topic: over {@code maxDirectResultSize} it would take the detour through
   * blocks, which costs a tenth of the pass; and the parts of eight cores, of 113 topics over
   * 50,000 terms, are more than {@code maxResultSize} is by default, though {@link Memory} has
   * found that they fit. What is shuffled is words and hashes of them: zstd leaves three fifths of
   * what lz4 does, for a twentieth more of the tasks' CPU time. Columns of cached texts and numbers
   * are hardly smaller when Spark compresses them, and it looks every value up for that. Up to
   * {@code bypassMergeThreshold} partitions each task makes a serializer for each of them, which
   * takes longer than a few thousand small values; sorting these by partition needs one, and pages
   * that need not be as large as Spark makes them: a page that is larger than half of a region of
   * the G1 collector, which are of a megabyte or more, takes whole regions.
   */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.app.name", "Broadsheet"),
          Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
          Map.entry("spark.serializer", "org.apache.spark.serializer.KryoSerializer"),
          Map.entry("spark.kryo.classesToRegister", String.join(",", SHUFFLED)),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          Map.entry("spark.io.compression.codec", "zstd"),
          Map.entry("spark.shuffle.sort.bypassMergeThreshold", "1"),
          Map.entry("spark.buffer.pageSize", "1000k"),
          Map.entry("spark.task.maxDirectResultSize", "32m"),
          Map.entry("spark.driver.maxResultSize", "0"));

  /**
   * The same on one machine, where a result is handed over as it is, however large. Through blocks
   * it is copied several times, and lost where the heap has no room for that. What is kept of the
   * articles lies in the heap in which topics are found, in arrays for which it must not be
   * crumbled: it has half of it instead of three fifths, and the rest of it is on the disk.
   */
  private static final Map<String, String> LOCAL_DEFAULTS =
      Map.of(
          "spark.hadoop.fs.file.impl", LocalFiles.class.getName(),
          "spark.memory.fraction", "0.5",
          "spark.rpc.message.maxSize", "2047",
          "spark.task.maxDirectResultSize", "2047m");

  /** Tables depend on these, so they are not for the operator. */
  private static final Map<String, String> MANDATORY =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.ansi.enabled", "true",
          "spark.sql.caseSensitive", "false",
          "spark.sql.legacy.timeParserPolicy", "CORRECTED",
          "spark.sql.legacy.parquet.nanosAsLong", "true",
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

  private static final String COMMIT_PROTOCOL = "spark.sql.sources.commitProtocolClass";

  private SparkSettings() {}

  /**
   * The session of this program, made if there is none.
   *
   * @param master for a program that was not started by spark-submit
   */
  public static SparkSession session(String master) {
    SparkSession spark =
        SparkSession.getDefaultSession().isDefined()
            ? SparkSession.getDefaultSession().get()
            : start(master);
    MANDATORY.forEach((key, value) -> spark.conf().set(key, value));
    return spark;
  }

  /** Has files written as suits the output folder, unless the operator says how. */
  static void writeTo(SparkSession spark, RunStore store) {
    if (!spark.sparkContext().getConf().contains(COMMIT_PROTOCOL)) {
      store
          .commitProtocol()
          .ifPresentOrElse(
              name -> spark.conf().set(COMMIT_PROTOCOL, name),
              () -> spark.conf().unset(COMMIT_PROTOCOL));
    }
  }

  private static SparkSession start(String master) {
    var conf = new SparkConf();
    if (!conf.contains("spark.master")) {
      conf.setMaster(master);
    }
    if (conf.get("spark.master").matches("local(\\[.*)?")) {
      LOCAL_DEFAULTS.forEach(conf::setIfMissing);
      forgetLocalFiles();
    }
    DEFAULTS.forEach(conf::setIfMissing);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Hadoop keeps those that spark-submit looked at the jar with, whatever is configured later. */
  private static void forgetLocalFiles() {
    try {
      FileSystem.get(URI.create("file:///"), new Configuration()).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
