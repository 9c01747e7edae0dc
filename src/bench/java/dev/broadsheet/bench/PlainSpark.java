package dev.broadsheet.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.StopWordsRemover;
import org.apache.spark.ml.feature.Tokenizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What one writes on MLlib in thirty lines: topics, an article's topics, and terms, as tables. */
final class PlainSpark {
  private PlainSpark() {}

  /** Arguments: the corpus as JSON lines, the output folder, the number of topics. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().master("local[*]").getOrCreate();
    Dataset<Row> articles =
        spark.read().json(args[0]).withColumn("text", concat_ws("\n", col("title"), col("body")));
    PipelineModel features =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new Tokenizer().setInputCol("text").setOutputCol("words"),
                  new StopWordsRemover().setInputCol("words").setOutputCol("tokens"),
                  new CountVectorizer()
                      .setInputCol("tokens")
                      .setOutputCol("counts")
                      .setVocabSize(50_000),
                  new IDF().setInputCol("counts").setOutputCol("features")
                })
            .fit(articles);
    Dataset<Row> vectors = features.transform(articles).cache();
    LDAModel lda = new LDA().setK(Integer.parseInt(args[2])).setMaxIter(20).fit(vectors);
    String[] vocabulary = ((CountVectorizerModel) features.stages()[2]).vocabulary();
    Dataset<Row> terms = spark.createDataset(List.of(vocabulary), Encoders.STRING()).toDF("term");
    lda.describeTopics(10).write().parquet(args[1] + "/topics");
    lda.transform(vectors)
        .select("url", "topicDistribution")
        .write()
        .parquet(args[1] + "/article_topics");
    terms.write().parquet(args[1] + "/terms");
    spark.stop();
  }
}
