package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** All tables, and how one is written. */
public final class Tables {
  /** The tables that are computed from {@link Findings}, in the order of the data dictionary. */
  public static final List<ComputedTable> COMPUTED =
      List.of(
          new ArticlesTable(),
          new QuarantineTable(),
          new TermsTable(),
          new TermDaysTable(),
          new ArticleTermsTable(),
          new TopicsTable(),
          new TopicTermsTable(),
          new ArticleTopicsTable(),
          new TopicArticlesTable(),
          new TopicDaysTable(),
          new TopicSourcesTable(),
          new TopicLinksTable(),
          new TopicLineageTable(),
          new TrendingTermsTable(),
          new KeynessTable(),
          new StoriesTable(),
          new StoryArticlesTable(),
          new SimilarArticlesTable(),
          new NamesTable(),
          new NameDaysTable(),
          new DaysTable(),
          new ModelSelectionTable());

  /** The tables that tell of the run itself, which are written last. */
  public static final Table CHECKS = new ChecksTable();

  public static final Table STAGES = new StagesTable();

  private static final long ARTICLES_A_FILE = 1_000_000;

  private Tables() {}

  /** Every table of a run. */
  public static List<Table> all() {
    return Stream.concat(COMPUTED.stream(), Stream.of(CHECKS, STAGES)).toList();
  }

  /**
   * Writes a table into a folder of its own, sorted by {@link Table#order}; a table without rows
   * has its file and schema all the same.
   *
   * @param articles how many articles the run has, which alone decides the number of files
   */
  public static void write(Table table, Dataset<Row> rows, String folder, long articles) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(f -> col(f.name()).cast(f.dataType()).as(f.name(), f.metadata()))
            .toArray(Column[]::new);
    sorted(table, rows.select(columns), articles)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        // The operator's spark.sql.files.maxRecordsPerFile would part what is one file.
        .option("maxRecordsPerFile", 0)
        .parquet(folder);
  }

  /**
   * Over how many files a table is spread, by the hash of the first column of its order.
   *
   * @param articles how many articles the run has, which alone decides
   */
  static int files(Table table, long articles) {
    return table.growth() == Table.Growth.ARTICLES ? (int) (1 + articles / ARTICLES_A_FILE) : 1;
  }

  private static Dataset<Row> sorted(Table table, Dataset<Row> rows, long articles) {
    if (table.order().isEmpty()) {
      return rows.coalesce(1);
    }
    int files = files(table, articles);
    Dataset<Row> placed =
        files == 1 ? rows.repartition(1) : rows.repartition(files, col(table.order().get(0)));
    return placed.sortWithinPartitions(
        table.order().stream().map(c -> col(c).asc_nulls_first()).toArray(Column[]::new));
  }
}
