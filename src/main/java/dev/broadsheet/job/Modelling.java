package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.text.Languages;
import dev.broadsheet.topics.ArticleTopics;
import dev.broadsheet.topics.TermVectors;
import dev.broadsheet.topics.Topic;
import dev.broadsheet.topics.TopicCount;
import dev.broadsheet.topics.TopicEngine;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.Topics;
import dev.broadsheet.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From articles to topics: the middle stages of the job. */
final class Modelling {
  /**
   * The texts of the model.
   *
   * @param articles all articles, with a language each; cached, without bodies
   * @param tokens article_id, tokens, surfaces of the originals in the model's language; cached
   * @param documents how many of these have tokens
   */
  record Texts(
      ArticleAnalyzer analyzer,
      String language,
      Dataset<Row> articles,
      Dataset<Row> tokens,
      long documents) {}

  /**
   * The vectors of the model: article_id, counts and tfidf, cached, of documents that have terms.
   *
   * @param documents how many
   */
  record Vectors(List<Transformer> steps, Dataset<Row> rows, long documents) {}

  /** A fitted model, and how many topics were asked for. */
  record Fitted(TopicModel model, int asked) {}

  /** The topics with their articles; articleTopics is cached. */
  record Described(List<Topic> topics, Dataset<Row> articleTopics) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final Cache cache;

  Modelling(SparkSession spark, JobConfig config, Cache cache) {
    this.spark = spark;
    this.config = config;
    this.cache = cache;
  }

  Stages.Outcome<Texts> analyse(Dataset<Row> articles) {
    String main = config.whitespace() ? null : Languages.main(articles).orElse("en");
    String language = config.whitespace() ? null : config.language().orElse(main);
    var analyzer =
        new ArticleAnalyzer()
            .setLanguage(config.whitespace() ? ArticleAnalyzer.WHITESPACE : language);
    Dataset<Row> spoken = config.whitespace() ? articles : Languages.settle(articles, main);
    Dataset<Row> originals = spoken.where(col("duplicate_of").isNull());
    Dataset<Row> documents =
        config.whitespace() ? originals : originals.where(col("language").equalTo(lit(language)));
    Dataset<Row> tokens =
        cache.keep(
            analyzer
                .copy(analyzer.extractParamMap())
                .setSurfacesCol("surfaces")
                .transform(
                    documents.select(
                        col("article_id"), concat_ws("\n", col("title"), col("body")).as("text")))
                .select("article_id", "tokens", "surfaces"));
    long count = tokens.where(size(col("tokens")).gt(0)).count();
    Dataset<Row> metadata = cache.keepAsSource(spoken.drop("body"));
    long all = metadata.count();
    cache.release(articles);
    return new Stages.Outcome<>(
        new Texts(analyzer, language, metadata, tokens, count),
        count,
        "%,d of %,d articles%s to model"
            .formatted(count, all, language == null ? "" : ", in " + language + ","));
  }

  Stages.Outcome<Vocabulary> count(Texts texts) {
    var vocabulary =
        Vocabulary.of(
            texts.tokens(),
            texts.documents(),
            config.vocabulary(),
            config.minDf().orElse(Vocabulary.minDfFor(texts.documents())),
            config.maxDf());
    return new Stages.Outcome<>(
        vocabulary, vocabulary.size(), "%,d terms".formatted(vocabulary.size()));
  }

  Stages.Outcome<Vectors> weigh(Texts texts, Vocabulary vocabulary) {
    if (vocabulary.size() == 0) {
      return new Stages.Outcome<>(
          new Vectors(List.of(), TermVectors.none(spark), 0), 0, "no terms, so no vectors");
    }
    List<Transformer> steps = TermVectors.steps(vocabulary);
    Dataset<Row> rows = texts.tokens();
    for (Transformer step : steps) {
      rows = step.transform(rows);
    }
    Dataset<Row> vectors =
        cache.keep(TermVectors.nonEmpty(rows).select("article_id", "counts", "tfidf"));
    long documents = vectors.count();
    cache.release(texts.tokens());
    return new Stages.Outcome<>(
        new Vectors(steps, vectors, documents), documents, "%,d vectors".formatted(documents));
  }

  Stages.Outcome<Fitted> fit(Vectors vectors) {
    if (vectors.documents() == 0) {
      return new Stages.Outcome<>(new Fitted(TopicModel.NONE, 0), 0, "no topics");
    }
    int asked = config.topics().orElse(TopicCount.auto(vectors.documents()));
    int topics = TopicCount.limit(asked, vectors.documents());
    TopicModel model =
        config
            .algorithm()
            .engine()
            .fit(vectors.rows(), TopicEngine.Start.afresh(topics), config.seed());
    return new Stages.Outcome<>(
        new Fitted(model, asked),
        topics,
        "%,d topics by %s".formatted(topics, config.algorithm().label()));
  }

  Stages.Outcome<Described> describe(
      Texts texts, Vocabulary vocabulary, Vectors vectors, TopicModel model) {
    if (model.topics() == 0) {
      return new Stages.Outcome<>(
          new Described(List.of(), ArticleTopics.none(spark)), 0, "nothing to describe");
    }
    Dataset<Row> weights =
        cache.keep(
            model.transformer().transform(vectors.rows()).select("article_id", TopicModel.OUTPUT));
    int[] ids = ArticleTopics.ids(weights, model.topics());
    Dataset<Row> articleTopics =
        cache.keepAsSource(
            ArticleTopics.withDuplicates(ArticleTopics.of(weights, ids), texts.articles()));
    List<Topic> topics = Topics.describe(model, vocabulary, ids, articleTopics);
    cache.release(weights);
    return new Stages.Outcome<>(
        new Described(topics, articleTopics),
        topics.size(),
        "%,d topics, the largest: %s".formatted(topics.size(), topics.get(0).label()));
  }

  /** The whole way from a column of texts to topic weights, for other programs to load. */
  PipelineModel pipeline(Texts texts, Vectors vectors, TopicModel model) {
    List<PipelineStage> stages = new ArrayList<>();
    stages.add(texts.analyzer());
    stages.addAll(vectors.steps());
    if (model.topics() > 0) {
      stages.add(model.transformer());
    }
    return new Pipeline()
        .setStages(stages.toArray(new PipelineStage[0]))
        .fit(spark.createDataset(List.of(), Encoders.STRING()).toDF("text"));
  }
}
