package dev.broadsheet;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.posexplode;

import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The program of the README: another one, that knows Spark and a run's folder, and no class of
 * ours.
 */
final class ScoreArticles {
  private ScoreArticles() {}

  /** Scores the articles of a Parquet folder with the model of a run into another folder. */
  public static void main(String[] args) {
    String run = args[0];
    SparkSession spark = SparkSession.builder().getOrCreate();
    Dataset<Row> articles = spark.read().parquet(args[1]);

    PipelineModel model = PipelineModel.load(run + "/model");
    Column text = concat_ws("\n", col("title"), col("body"));
    Column weights = vector_to_array(col("topicDistribution"), "float64");
    Dataset<Row> scored =
        model
            .transform(articles.withColumn("text", text))
            .select(col("url"), posexplode(weights).as(new String[] {"model_index", "weight"}))
            .where(col("weight").gt(0))
            .join(spark.read().parquet(run + "/topics"), "model_index")
            .select("url", "topic_id", "label", "weight");

    scored.write().parquet(args[2]);
    spark.stop();
  }
}
