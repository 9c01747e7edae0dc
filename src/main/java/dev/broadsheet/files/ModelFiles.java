package dev.broadsheet.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Models as MLlib's readers want them: MLlib's own writers start a job for each line of parameters,
 * fourteen for a pipeline of six steps.
 */
public final class ModelFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelFiles() {}

  /**
   * Writes a pipeline for {@link PipelineModel#load}. Steps of nothing but parameters need no job;
   * others write themselves.
   */
  public static void write(SparkSession spark, PipelineModel pipeline, String path) {
    Transformer[] steps = pipeline.stages();
    ObjectNode parameters = JSON.createObjectNode();
    var uids = parameters.putArray("stageUids");
    Arrays.stream(steps).map(Transformer::uid).forEach(uids::add);
    write(spark, pipeline, parameters, JSON.createObjectNode(), path);
    String name = "%s/stages/%0" + Integer.toString(steps.length).length() + "d_%s";
    for (int i = 0; i < steps.length; i++) {
      String folder = name.formatted(path, i, steps[i].uid());
      writeStep(spark, steps[i], folder);
    }
  }

  private static void writeStep(SparkSession spark, Transformer step, String path) {
    if (step instanceof PipelineModel steps) {
      write(spark, steps, path);
      return;
    }
    MLWriter writer = ((MLWritable) step).write();
    if (writer instanceof DefaultParamsWriter) {
      write(spark, step, path);
    } else {
      try {
        writer.session(spark).save(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes the parameters of a model that has rows, and these beside them in {@code data}. */
  public static void write(
      SparkSession spark, Params model, StructType schema, List<Row> rows, String path) {
    write(spark, model, path);
    DriverFiles.parquet(spark, path + "/data", schema, rows);
  }

  private static void write(SparkSession spark, Params model, String path) {
    ObjectNode set = JSON.createObjectNode();
    ObjectNode defaults = JSON.createObjectNode();
    for (Param<?> parameter : model.params()) {
      add(model, parameter, set, defaults);
    }
    write(spark, model, set, defaults, path);
  }

  private static <T> void add(
      Params model, Param<T> parameter, ObjectNode set, ObjectNode defaults) {
    if (model.isSet(parameter)) {
      set.putRawValue(
          parameter.name(), new RawValue(parameter.jsonEncode(model.get(parameter).get())));
    }
    if (model.hasDefault(parameter)) {
      defaults.putRawValue(
          parameter.name(), new RawValue(parameter.jsonEncode(model.getDefault(parameter).get())));
    }
  }

  private static void write(
      SparkSession spark, Params model, ObjectNode set, ObjectNode defaults, String path) {
    ObjectNode metadata = JSON.createObjectNode();
    metadata
        .put("class", model.getClass().getName())
        .put("timestamp", System.currentTimeMillis())
        .put("sparkVersion", spark.version())
        .put("uid", model.uid());
    metadata.set("paramMap", set);
    metadata.set("defaultParamMap", defaults);
    DriverFiles.line(spark, path + "/metadata", metadata.toString());
  }
}
