package dev.broadsheet.names;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.shuffle.Rows;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;

/**
 * People, places and organisations, found without a model: runs of capitalised words that the whole
 * corpus bears out. Two passes over the texts, the first of which counts how words are written.
 *
 * <p>Only bodies are read: headlines put capitals where they like. A script without capitals has no
 * names here. German, which writes every noun with a capital, has those that are never written with
 * an article or an adjective, and acronyms.
 */
public final class Names {
  /** The most names of a run, the most frequent ones. */
  private static final int MOST = 10_000;

  private Names() {}

  /**
   * The names that are kept, the most frequent first.
   *
   * @param mentions in how many articles they are, each name by itself
   */
  public record Frequent(List<String> names, long mentions) {}

  /**
   * What was found in texts.
   *
   * @param names of each article, each once: article_id, names
   * @param use of words that are no names
   */
  public record Found(Dataset<Row> names, WordUse use) {}

  /**
   * Finds the names of each article.
   *
   * @param texts article_id and body, one row an original article
   * @param language ISO 639-1, of all of them
   * @param least the fewest articles that a name will have to be in, for {@link #frequent}
   */
  public static Found of(Dataset<Row> texts, String language, int least) {
    var running = new RunningText(language);
    Map<String, long[]> counts = CapitalCounts.of(texts, running, least);
    Broadcast<Capitals> capitals =
        JavaSparkContext.fromSparkContext(texts.sparkSession().sparkContext())
            .broadcast(new Capitals(counts, language));
    var find =
        udf(
            (UDF1<String, String[]>)
                body ->
                    new NameFinder(running, capitals.value()).names(body).toArray(String[]::new),
            DataTypes.createArrayType(DataTypes.StringType, false));
    return new Found(
        texts.select(col("article_id"), find.apply(col("body")).as("names")),
        new WordUse(counts, language));
  }

  /**
   * The names of so many articles or more, the 10,000 most frequent at most, of equal ones the
   * first of the alphabet.
   *
   * @param names of {@link Found}
   */
  public static Frequent frequent(Dataset<Row> names, int least) {
    List<Tuple2<String, Long>> most =
        ByKey.merged(
                Rows.of(names.select("names"))
                    .flatMapToPair(
                        row ->
                            row.<String>getList(0).stream()
                                .map(name -> new Tuple2<>(name, 1L))
                                .iterator()),
                Long::sum)
            .filter(name -> name._2() >= least)
            .takeOrdered(MOST, new MostFrequent());
    return new Frequent(
        most.stream().map(Tuple2::_1).toList(), most.stream().mapToLong(Tuple2::_2).sum());
  }

  private static final class MostFrequent
      implements Comparator<Tuple2<String, Long>>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<String, Long> a, Tuple2<String, Long> b) {
      int byArticles = Long.compare(b._2(), a._2());
      return byArticles != 0 ? byArticles : a._1().compareTo(b._1());
    }
  }
}
