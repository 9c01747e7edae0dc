package dev.broadsheet.job;

import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.stages.AnalyseText;
import dev.broadsheet.job.stages.Cache;
import dev.broadsheet.job.stages.Context;
import dev.broadsheet.job.stages.CountTerms;
import dev.broadsheet.job.stages.CutBoilerplate;
import dev.broadsheet.job.stages.FindDuplicates;
import dev.broadsheet.job.stages.FindPhrases;
import dev.broadsheet.job.stages.FoundNames;
import dev.broadsheet.job.stages.ListInputFiles;
import dev.broadsheet.job.stages.ReadArticles;
import dev.broadsheet.job.stages.Texts;
import dev.broadsheet.job.stages.WeighTerms;
import dev.broadsheet.text.TokenBlock;
import dev.broadsheet.topics.Vocabulary;
import java.time.LocalDate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a run with this configuration gives its topic engine, made by the stages of the run itself,
 * without the rest of it: for programs that compare engines. Its rows are cached until it is
 * closed.
 */
public final class ModelInput implements AutoCloseable {
  /** No date of an article changes a vector, so none is in the future. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

  private final Cache cache;
  private final Texts texts;
  private final Vocabulary vocabulary;
  private final Dataset<Row> vectors;

  private ModelInput(Cache cache, Texts texts, Vocabulary vocabulary, Dataset<Row> vectors) {
    this.cache = cache;
    this.texts = texts;
    this.vocabulary = vocabulary;
    this.vectors = vectors;
  }

  /**
   * Reads the input, finds duplicates, cuts boilerplate, finds phrases, counts and weighs terms.
   *
   * @throws dev.broadsheet.articles.input.InputException as the run would
   */
  public static ModelInput read(SparkSession spark, JobConfig config) {
    var cache = new Cache();
    var context = new Context(spark, config, cache);
    var input = new ListInputFiles(context).run().value();
    var records = new ReadArticles(context, input, config.reading()).run().value();
    var printed = new FindDuplicates(context, records).run().value().articles();
    var articles = new CutBoilerplate(context, printed).run().value();
    var words = new AnalyseText(context, articles, LAST_DAY).run().value();
    cache.release(articles);
    var texts = new FindPhrases(context, words).run().value();
    var vocabulary = new CountTerms(context, texts, FoundNames.NOTHING).run().value();
    var vectors = new WeighTerms(context, texts, vocabulary).run().value();
    return new ModelInput(cache, texts, vocabulary, vectors.rows());
  }

  /** All articles that were read, with their url; without bodies. */
  public Dataset<Row> articles() {
    return texts.articles();
  }

  /** Words and phrases of each document, in the order of the text. */
  public JavaRDD<TokenBlock> tokens() {
    return texts.tokens();
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Article_id, counts and features of the documents that have terms, in canonical order. */
  public Dataset<Row> vectors() {
    return vectors;
  }

  @Override
  public void close() {
    cache.close();
  }
}
