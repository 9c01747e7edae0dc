package dev.broadsheet.job;

import dev.broadsheet.text.Phrases;
import dev.broadsheet.text.PhrasesModel;
import dev.broadsheet.text.TokenBlock;
import dev.broadsheet.topics.EarlierTopics;
import dev.broadsheet.topics.FitMemory;
import dev.broadsheet.topics.LengthCap;
import dev.broadsheet.topics.TermVectors;
import dev.broadsheet.topics.TopicAlgorithm;
import dev.broadsheet.topics.TopicContinuity;
import dev.broadsheet.topics.TopicCount;
import dev.broadsheet.topics.TopicEngine.Start;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicSelection;
import dev.broadsheet.topics.TopicSelection.Candidate;
import dev.broadsheet.topics.TopicSelection.Choice;
import dev.broadsheet.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From words to topics: the middle stages of the job. */
final class Modelling {
  /**
   * The vectors of the model: article_id, counts and features of documents that have terms.
   *
   * @param cached what the rows are computed from, to be released
   * @param documents how many
   * @param nonzeros of all of them
   */
  record Vectors(
      List<Transformer> steps,
      Dataset<Row> cached,
      Dataset<Row> rows,
      long documents,
      long nonzeros) {}

  /** A fitted model, how many topics were asked for, and the numbers that were tried. */
  record Fitted(TopicModel model, int asked, List<Candidate> curve, double seconds) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final Cache cache;

  Modelling(SparkSession spark, JobConfig config, Cache cache) {
    this.spark = spark;
    this.config = config;
    this.cache = cache;
  }

  /** Texts whose tokens are words and phrases. */
  Stages.Outcome<Texts> join(Texts texts) {
    if (config.whitespace()) {
      return new Stages.Outcome<>(texts, 0, "no phrases of tokens already made");
    }
    PhrasesModel phrases =
        new Phrases()
            .setMinDf(Phrases.minDfFor(texts.documents(), minDf(texts)))
            .setVocabularySize(config.vocabulary())
            .fit(texts.tokens());
    JavaRDD<TokenBlock> tokens = cache.keep(phrases.joined(spark, texts.tokens()));
    long documents = Texts.nonEmpty(tokens);
    cache.release(texts.tokens());
    return new Stages.Outcome<>(
        texts.joined(phrases, tokens, documents),
        phrases.size(),
        "%,d phrases".formatted(phrases.size()));
  }

  private int minDf(Texts texts) {
    return config.minDf().orElse(Vocabulary.minDfFor(texts.documents()));
  }

  Stages.Outcome<Vocabulary> count(Texts texts) {
    var vocabulary =
        Vocabulary.of(
            texts.tokens(), texts.documents(), config.vocabulary(), minDf(texts), config.maxDf());
    return new Stages.Outcome<>(
        vocabulary, vocabulary.size(), "%,d terms".formatted(vocabulary.size()));
  }

  Stages.Outcome<Vectors> weigh(Texts texts, Vocabulary vocabulary) {
    if (vocabulary.size() == 0) {
      return new Stages.Outcome<>(
          new Vectors(List.of(), TermVectors.none(spark), TermVectors.none(spark), 0, 0),
          0,
          "no terms, so no vectors");
    }
    List<Transformer> steps = TermVectors.steps(vocabulary);
    Dataset<Row> weighted = cache.keep(TermVectors.of(spark, texts.tokens(), vocabulary));
    LengthCap.Lengths lengths = LengthCap.lengths(weighted, "weighted");
    var cap = new LengthCap().setLongest(lengths.upperQuartile());
    return new Stages.Outcome<>(
        new Vectors(
            Stream.concat(steps.stream(), Stream.of(cap)).toList(),
            weighted,
            cap.transform(weighted).select("article_id", "counts", "features"),
            lengths.count(),
            lengths.nonzeros()),
        lengths.count(),
        "%,d vectors".formatted(lengths.count()));
  }

  Stages.Outcome<Choice> choose(Vocabulary vocabulary, Vectors vectors, EarlierTopics earlier) {
    if (vectors.documents() == 0) {
      return new Stages.Outcome<>(new Choice(List.of(), Start.afresh(0)), 0, "no topics");
    }
    int most = TopicCount.limit(Integer.MAX_VALUE, vectors.documents(), vocabulary.size());
    OptionalInt asked = config.topics().stream().map(n -> Math.min(n, most)).findFirst();
    double[][] before = TopicContinuity.mapped(earlier.before(), vocabulary.stems());
    if (asked.isEmpty()) {
      checkMemoryOfChoice(vocabulary.size(), vectors, before.length, most);
    }
    Choice choice;
    if (before.length > 0 && config.algorithm() == TopicAlgorithm.NMF) {
      choice =
          TopicSelection.continued(vectors.rows(), before, asked.orElse(0), most, config.seed());
    } else if (asked.isPresent()) {
      choice = new Choice(List.of(), Start.afresh(asked.getAsInt()));
    } else {
      choice = TopicSelection.afresh(vectors.rows(), most, config.seed());
    }
    int topics = choice.start().topics();
    if (config.algorithm() == TopicAlgorithm.NMF) {
      int given = choice.start().given().length;
      checkMemoryOfFit(vocabulary.size(), topics, given, vectors);
    }
    return new Stages.Outcome<>(
        choice,
        topics,
        "%,d topics%s%s"
            .formatted(
                topics,
                choice.curve().isEmpty() ? "" : ", of %d numbers".formatted(choice.curve().size()),
                before.length > 0
                    ? ", from the %d of the run before".formatted(before.length)
                    : ""));
  }

  private void checkMemoryOfFit(int terms, int topics, int given, Vectors vectors) {
    long documents = vectors.documents();
    Memory.check(
        FitMemory.ofFit(terms, topics, given, documents, Memory.cores())
            .withDocumentsOfFit(topics, vectors.nonzeros()),
        topics);
    Executors.of(spark.sparkContext())
        .ifPresent(
            executors ->
                Memory.check(
                    FitMemory.ofExecutor(
                        terms, topics, given, documents, vectors.nonzeros(), executors.tasks()),
                    topics,
                    executors));
  }

  private void checkMemoryOfChoice(int terms, Vectors vectors, int before, int most) {
    long documents = vectors.documents();
    boolean continued = before > 0 && config.algorithm() == TopicAlgorithm.NMF;
    FitMemory needed =
        continued
            ? FitMemory.ofContinuedChoice(terms, before, most, Memory.cores())
            : FitMemory.ofChoice(terms, documents, most, Memory.cores());
    Memory.check(needed.withDocumentsOfChoice(documents, vectors.nonzeros()), needed.found());
  }

  Stages.Outcome<Fitted> fit(Vectors vectors, Choice choice) {
    int topics = choice.start().topics();
    if (topics == 0) {
      return new Stages.Outcome<>(
          new Fitted(TopicModel.NONE, 0, List.of(), 0), 0, "nothing to fit");
    }
    long start = System.nanoTime();
    TopicModel model =
        config.algorithm().engine().fit(vectors.rows(), choice.start(), config.seed());
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Stages.Outcome<>(
        new Fitted(model, config.topics().orElse(topics), choice.curve(), seconds),
        model.topics(),
        "%,d topics by %s".formatted(model.topics(), config.algorithm().label()));
  }

  /** The whole way from a column of texts to topic weights, for other programs to load. */
  PipelineModel pipeline(Texts texts, Vectors vectors, TopicModel model) {
    List<PipelineStage> stages = new ArrayList<>();
    stages.addAll(texts.steps());
    stages.addAll(vectors.steps());
    if (model.topics() > 0) {
      stages.add(model.transformer());
    }
    return new Pipeline()
        .setStages(stages.toArray(new PipelineStage[0]))
        .fit(spark.createDataset(List.of(), Encoders.STRING()).toDF("text"));
  }
}
