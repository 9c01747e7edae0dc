package dev.broadsheet.job.stages;

import dev.broadsheet.dates.DateAxis;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.text.TokenBlock;
import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The texts of the model.
 *
 * @param steps from a column text to tokens
 * @param articles all articles, with a language each; cached, without bodies
 * @param tokens of the originals in the model's language; cached
 * @param documents how many of these have tokens
 * @param otherLanguages originals in other languages than the model's, by their codes
 * @param axis the days of the bulk of the articles
 * @param bodies article_id, body of the same; to be read before the articles are released
 */
public record Texts(
    List<Transformer> steps,
    String language,
    Dataset<Row> articles,
    JavaRDD<TokenBlock> tokens,
    long documents,
    Map<String, Long> otherLanguages,
    DateAxis axis,
    Dataset<Row> bodies) {
  /** The days of the tables over time; empty if no article has a date. */
  public Optional<DateRange> dates() {
    return axis.dates();
  }

  /** How many of some texts have tokens. */
  static long nonEmpty(JavaRDD<TokenBlock> tokens) {
    return tokens.map(TokenBlock::nonEmpty).fold(0, Integer::sum);
  }

  /** The same with one step more, which makes other tokens. */
  Texts joined(Transformer step, JavaRDD<TokenBlock> tokens, long documents) {
    List<Transformer> all = Stream.concat(steps.stream(), Stream.of(step)).toList();
    return new Texts(all, language, articles, tokens, documents, otherLanguages, axis, bodies);
  }

  /** In how many texts a term is at least, as the user says or as suits their number. */
  int minDf(JobConfig config) {
    return config.minDf().orElse(Vocabulary.minDfFor(documents));
  }
}
