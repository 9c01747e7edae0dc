package dev.broadsheet.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.SparkTest;
import dev.broadsheet.topics.LengthCap;
import dev.broadsheet.topics.SublinearTf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.ElementwiseProduct;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ModelFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final StructType TOKENS = StructType.fromDDL("tokens array<string>");
  private static final StructType VECTORS = new StructType().add("tf", SQLDataTypes.VectorType());

  @TempDir Path folder;

  /** A pipeline with a pipeline in it. */
  private static PipelineModel pipeline() {
    var scaled =
        new ElementwiseProduct()
            .setScalingVec(Vectors.dense(0.1, 1e-300, 3))
            .setInputCol("tf")
            .setOutputCol("weighted");
    var inner = fitted(VECTORS, scaled, new LengthCap().setLongest(1.0 / 3));
    return fitted(
        TOKENS,
        new CountVectorizerModel(new String[] {"a", "b\"", "ü"})
            .setInputCol("tokens")
            .setOutputCol("counts"),
        new SublinearTf(),
        inner);
  }

  private static PipelineModel fitted(StructType schema, PipelineStage... steps) {
    return new Pipeline()
        .setStages(steps)
        .fit(SparkTest.Session.session().createDataFrame(List.of(), schema));
  }

  /** By folder, what MLlib's reader looks at. */
  private static Map<String, JsonNode> metadata(Path model) throws IOException {
    Map<String, JsonNode> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.filter(f -> f.getParent().endsWith("metadata")).toList()) {
        if (file.getFileName().toString().startsWith("part-")) {
          var json = (ObjectNode) JSON.readTree(Files.readString(file));
          json.remove("timestamp");
          found.put(model.relativize(file.getParent()).toString(), json);
        }
      }
    }
    return found;
  }

  @Test
  void metadataAreThoseThatMllibWrites(SparkSession spark) throws IOException {
    PipelineModel pipeline = pipeline();
    Path mllib = folder.resolve("mllib");
    Path own = folder.resolve("own");
    pipeline.write().save(mllib.toString());
    ModelFiles.write(spark, pipeline, own.toString());
    assertThat(metadata(own)).hasSize(6).isEqualTo(metadata(mllib));
  }

  @Test
  void mllibLoadsWhatWasWritten(SparkSession spark) {
    PipelineModel pipeline = pipeline();
    ModelFiles.write(spark, pipeline, folder.resolve("own").toString());
    var rows = spark.createDataFrame(List.of(RowFactory.create(List.of("a", "ü", "a"))), TOKENS);
    assertThat(PipelineModel.load(folder.resolve("own").toString()).transform(rows).collectAsList())
        .isEqualTo(pipeline.transform(rows).collectAsList());
  }
}
