package dev.broadsheet.runs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The Parquet files of written tables. Each is read by Spark's own reader from its first row to its
 * last in one task, however large it is, because only the whole file is sorted; and all of them in
 * one job without a query to plan, because planning one for each table takes longer than reading.
 */
final class AuditedFiles {
  /** A file, and how it is read. */
  private record TableFile(
      Audit.Subject subject,
      String name,
      PartitionedFile file,
      Function1<PartitionedFile, Iterator<InternalRow>> reader)
      implements Serializable {

    /** Reads the file; what is wrong with it is found, not thrown. */
    FileFacts read() throws Exception {
      try {
        Iterator<InternalRow> rows = reader.apply(file);
        try (AutoCloseable closing = rows instanceof AutoCloseable c ? c : () -> {}) {
          return FileFacts.of(subject, CollectionConverters.asJava(rows));
        }
      } catch (Exception e) {
        TaskContext task = TaskContext.get();
        if (task != null && task.isInterrupted()) {
          throw e;
        }
        return FileFacts.unreadable(name, e);
      }
    }
  }

  private final SparkSession spark;
  private final RunFolder folder;
  private final Configuration hadoop;

  AuditedFiles(SparkSession spark, RunFolder folder) {
    this.spark = spark;
    this.folder = folder;
    this.hadoop =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().newHadoopConf();
  }

  /** Reads tables on the cluster, in one job. */
  List<TableFacts> read(List<Audit.Subject> subjects) {
    List<Map<String, Long>> sizes = Concurrently.map(subjects, s -> folder.files(s.name()));
    var files = new ArrayList<TableFile>();
    for (int i = 0; i < subjects.size(); i++) {
      files.addAll(files(subjects.get(i), sizes.get(i)));
    }
    List<FileFacts> found = files.isEmpty() ? List.of() : read(spark, files);
    var tables = new ArrayList<TableFacts>();
    int next = 0;
    for (int i = 0; i < subjects.size(); i++) {
      int end = next + sizes.get(i).size();
      tables.add(facts(subjects.get(i), sizes.get(i), found.subList(next, end)));
      next = end;
    }
    return tables;
  }

  /** Reads a small table here, without a job. */
  TableFacts readHere(Audit.Subject subject) {
    Map<String, Long> sizes = folder.files(subject.name());
    var found = new ArrayList<FileFacts>();
    for (TableFile file : files(subject, sizes)) {
      try {
        found.add(file.read());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return facts(subject, sizes, found);
  }

  /**
   * Closures travel by Java's serialization, which takes any file; data by that of the operator.
   * The largest file is begun first, so that none is read alone in the end.
   */
  private static List<FileFacts> read(SparkSession spark, ArrayList<TableFile> files) {
    List<Integer> largestFirst =
        IntStream.range(0, files.size())
            .boxed()
            .sorted(Comparator.comparing(i -> -files.get(i).file().length()))
            .toList();
    List<FileFacts> found =
        new JavaSparkContext(spark.sparkContext())
            .parallelize(largestFirst, files.size())
            .map(i -> files.get(i).read())
            .collect();
    var inOrder = new FileFacts[files.size()];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[largestFirst.get(i)] = found.get(i);
    }
    return List.of(inOrder);
  }

  private static TableFacts facts(
      Audit.Subject subject, Map<String, Long> sizes, List<FileFacts> found) {
    return TableFacts.of(
        subject, sizes.values().stream().mapToLong(Long::longValue).sum(), List.copyOf(found));
  }

  private List<TableFile> files(Audit.Subject subject, Map<String, Long> sizes) {
    var reader = reader(subject.schema());
    return sizes.entrySet().stream()
        .map(
            file ->
                new TableFile(
                    subject,
                    file.getKey(),
                    whole(folder.path(subject.name() + "/" + file.getKey()), file.getValue()),
                    reader))
        .toList();
  }

  private static PartitionedFile whole(String path, long bytes) {
    return new PartitionedFile(
        InternalRow.empty(),
        SparkPath.fromPathString(path),
        0,
        bytes,
        new String[0],
        0,
        bytes,
        scala.collection.immutable.Map$.MODULE$.empty());
  }

  private Function1<PartitionedFile, Iterator<InternalRow>> reader(StructType schema) {
    StructType columns = nullable(schema);
    return new ParquetFileFormat()
        .buildReaderWithPartitionValues(
            spark,
            columns,
            new StructType(),
            columns,
            CollectionConverters.asScala(List.<Filter>of()).toSeq(),
            scala.collection.immutable.Map.from(
                CollectionConverters.asScala(Map.of(FileFormat.OPTION_RETURNING_BATCH(), "false"))),
            new Configuration(hadoop));
  }

  /** So that a null is read, and found, where none may be. */
  private static StructType nullable(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(f -> new StructField(f.name(), f.dataType(), true, f.metadata()))
            .toArray(StructField[]::new));
  }
}
