package dev.broadsheet.job.stages;

import dev.broadsheet.files.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * The whole way from a column of texts to topic weights, for other programs to load.
 *
 * @param folder where it is written
 */
public record SaveModel(SparkSession spark, FittedModel fitted, String folder)
    implements Stage<Void> {
  @Override
  public Outcome<Void> run() {
    PipelineModel model = pipeline();
    ModelFiles.write(spark, model, folder);
    int steps = model.stages().length;
    return new Outcome<>(null, steps, "a pipeline of %d steps".formatted(steps));
  }

  private PipelineModel pipeline() {
    List<PipelineStage> stages = new ArrayList<>();
    stages.addAll(fitted.texts().steps());
    stages.addAll(fitted.vectors().steps());
    if (fitted.topics().model().topics() > 0) {
      stages.add(fitted.topics().model().transformer());
    }
    return new Pipeline()
        .setStages(stages.toArray(new PipelineStage[0]))
        .fit(spark.createDataset(List.of(), Encoders.STRING()).toDF("text"));
  }
}
