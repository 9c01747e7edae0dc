package dev.broadsheet.names;

import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.shuffle.Rows;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/**
 * People, places and organisations, found without a model: runs of capitalised words that the whole
 * corpus bears out. Texts are taken apart once; two passes over their words, the first of which
 * counts how these are written.
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
   * The names that are kept.
   *
   * @param articles in how many articles each is, the most frequent first
   */
  public record Frequent(Map<String, Long> articles) {
    /** In how many articles they are, each name by itself. */
    public long mentions() {
      return articles.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * What was found in texts.
   *
   * @param names of each article, each once: article_id, and an array of names
   * @param use of words that are no names
   */
  public record Found(JavaRDD<Row> names, WordUse use) {}

  /**
   * The words of texts, as the search for names sees them.
   *
   * @param texts article_id and body, one row an original article
   * @param language ISO 639-1, of all of them
   */
  public static JavaRDD<NameBlock> words(Dataset<Row> texts, String language) {
    return Rows.of(texts.select("article_id", "body"))
        .mapPartitions(some -> NameBlock.of(some, language));
  }

  /**
   * Finds the names of each article.
   *
   * @param texts used twice
   * @param language ISO 639-1, of all of them
   * @param least the fewest articles that a name will have to be in, for {@link #frequent}
   */
  public static Found of(JavaRDD<NameBlock> texts, String language, int least) {
    Map<String, long[]> counts = CapitalCounts.of(texts, language, least);
    Broadcast<Capitals> capitals =
        JavaSparkContext.fromSparkContext(texts.context())
            .broadcast(new Capitals(counts, language));
    return new Found(
        texts.flatMap(block -> found(block, new NameFinder(block, capitals.value(), language))),
        new WordUse(counts, language));
  }

  private static Iterator<Row> found(NameBlock block, NameFinder finder) {
    Map<String, String> once = new HashMap<>();
    return IntStream.range(0, block.articles())
        .mapToObj(
            article ->
                RowFactory.create(
                    block.id(article),
                    finder.names(article).stream()
                        .map(name -> once.computeIfAbsent(name, same -> same))
                        .toArray(String[]::new)))
        .iterator();
  }

  /**
   * The names of so many articles or more, the 10,000 most frequent at most, of equal ones the
   * first of the alphabet.
   *
   * @param names of {@link Found}
   */
  public static Frequent frequent(JavaRDD<Row> names, int least) {
    List<Tuple2<String, Long>> most =
        ByKey.merged(
                names.flatMapToPair(
                    row ->
                        Stream.of(row.<String[]>getAs(1))
                            .map(name -> new Tuple2<>(name, 1L))
                            .iterator()),
                Long::sum)
            .filter(name -> name._2() >= least)
            .takeOrdered(MOST, new MostFrequent());
    Map<String, Long> articles = new LinkedHashMap<>();
    most.forEach(name -> articles.put(name._1(), name._2()));
    return new Frequent(articles);
  }

  /** Whether a name ends with the legal form of a company: "Video Affiliates Inc". */
  public static boolean hasCompanyForm(String name) {
    return NameWords.isCompanyForm(name.substring(name.lastIndexOf(' ') + 1));
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
