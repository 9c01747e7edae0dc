package dev.broadsheet.topics;

import dev.broadsheet.files.ModelFiles;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A model on disk as MLlib keeps its own: {@code metadata} with the parameters, and {@code data}
 * with a row for each topic of a k × V matrix, to the last bit.
 */
final class SavedTopics {
  private static final StructType ROW =
      new StructType()
          .add("topic", DataTypes.IntegerType, false)
          .add("terms", DataTypes.createArrayType(DataTypes.DoubleType), false);

  private SavedTopics() {}

  /** Writes a model with its k × V matrix. */
  static final class Writer extends MLWriter {
    private final Params model;
    private final double[][] topics;

    Writer(Params model, double[][] topics) {
      this.model = model;
      this.topics = topics;
    }

    @Override
    public void saveImpl(String path) {
      List<Row> rows =
          IntStream.range(0, topics.length).mapToObj(j -> RowFactory.create(j, topics[j])).toList();
      ModelFiles.write(sparkSession(), model, ROW, rows, path);
    }
  }

  /** Reads a model that is made of its uid and its k × V matrix. */
  static final class Reader<M extends Params> extends MLReader<M> {
    private final BiFunction<String, double[][], M> make;

    Reader(BiFunction<String, double[][], M> make) {
      this.make = make;
    }

    @Override
    public M load(String path) {
      var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), "");
      double[][] topics =
          sparkSession().read().schema(ROW).parquet(path + "/data").collectAsList().stream()
              .sorted(java.util.Comparator.comparingInt(row -> row.getInt(0)))
              .map(row -> row.<Double>getList(1).stream().mapToDouble(d -> d).toArray())
              .toArray(double[][]::new);
      M model = make.apply(metadata.uid(), topics);
      metadata.getAndSetParams(model, metadata.getAndSetParams$default$2());
      return model;
    }
  }
}
