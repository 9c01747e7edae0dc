package dev.broadsheet.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * People, places and organisations, found without a model: runs of capitalised words that the whole
 * corpus bears out. Two passes over the texts, the first of which counts how words are written.
 *
 * <p>Only bodies are read: headlines put capitals where they like. A language that writes every
 * noun with a capital has no names here, nor has a script without capitals.
 */
public final class Names {
  /** The most names of a run, the most frequent ones. */
  private static final int MOST = 10_000;

  /** German and Luxembourgish. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  private Names() {}

  /**
   * The names of each article, each once: article_id, name.
   *
   * @param texts article_id and body, one row an original article
   * @param language ISO 639-1, of all of them
   * @param least the fewest articles that a name will have to be in, for {@link #frequent}
   */
  public static Dataset<Row> of(Dataset<Row> texts, String language, int least) {
    if (CAPITAL_NOUNS.contains(language)) {
      return none(texts.sparkSession());
    }
    var running = new RunningText(language);
    Broadcast<Capitals> capitals =
        JavaSparkContext.fromSparkContext(texts.sparkSession().sparkContext())
            .broadcast(Capitals.of(texts, running, least));
    var find =
        udf(
            (UDF1<String, String[]>)
                body ->
                    new NameFinder(running, capitals.value()).names(body).toArray(String[]::new),
            DataTypes.createArrayType(DataTypes.StringType, false));
    return texts.select(col("article_id"), explode(find.apply(col("body"))).as("name"));
  }

  /** Keeps the names of so many articles or more, the 10,000 most frequent at most. */
  public static Dataset<Row> frequent(Dataset<Row> names, int least) {
    Dataset<Row> kept =
        names
            .groupBy("name")
            .agg(count(lit(1)).as("articles"))
            .where(col("articles").geq(least))
            .orderBy(col("articles").desc(), col("name").asc())
            .limit(MOST)
            .select("name");
    return names.join(kept, "name").select("article_id", "name");
  }

  /** No rows: article_id, name. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(List.of(), StructType.fromDDL("article_id string, name string"));
  }
}
