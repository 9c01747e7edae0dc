package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.neighbours.TermWeights;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.text.TokenBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * A planted corpus as engines see it.
 *
 * @param rows article_id, label, counts, features and tfidf, cached
 * @param vocabulary of the corpus
 * @param truth k × V: what was planted of p(term | topic), over the vocabulary
 */
record PlantedVectors(Dataset<Row> rows, Vocabulary vocabulary, double[][] truth) {
  private static final int TERMS = 5_000;
  private static final int LEAST_DOCUMENTS = 3;
  private static final double MOST_DOCUMENTS = 0.5;

  private static final UserDefinedFunction HAS_TERMS =
      udf((UDF1<Vector, Boolean>) counts -> counts.numNonzeros() > 0, DataTypes.BooleanType);

  static PlantedVectors of(PlantedCorpus corpus, SparkSession spark) {
    JavaRDD<TokenBlock> tokens = tokens(corpus, spark).cache();
    var vocabulary =
        Vocabulary.of(tokens, corpus.to() - corpus.from(), TERMS, LEAST_DOCUMENTS, MOST_DOCUMENTS);
    PlantedVectors vectors = over(vocabulary, corpus, spark);
    tokens.unpersist();
    return vectors;
  }

  /** Its documents, by article_id. */
  static JavaRDD<TokenBlock> tokens(PlantedCorpus corpus, SparkSession spark) {
    return Rows.of(corpus.documents(spark).select("article_id", "tokens"))
        .mapPartitions(
            some ->
                TokenBlock.of(
                    some,
                    block ->
                        row -> {
                          row.<String>getList(1).forEach(word -> block.add(word, word, 0));
                          block.end(row.getString(0));
                        }));
  }

  /** Over a vocabulary that is known, such as that of a larger corpus. */
  static PlantedVectors over(Vocabulary vocabulary, PlantedCorpus corpus, SparkSession spark) {
    Dataset<Row> rows = corpus.documents(spark);
    for (Transformer step : TermVectors.steps(vocabulary)) {
      rows = step.transform(rows);
    }
    Dataset<Row> weighted = rows.where(HAS_TERMS.apply(col("counts")));
    double longest = LengthCap.lengths(weighted, "weighted").upperQuartile();
    double[] idf = vocabulary.idf();
    UserDefinedFunction tfidf =
        udf((UDF1<Vector, Vector>) counts -> tfidf(counts, idf), SQLDataTypes.VectorType());
    Dataset<Row> vectors =
        new LengthCap()
            .setLongest(longest)
            .transform(weighted)
            .withColumn("tfidf", tfidf.apply(col("counts")))
            .select("article_id", "label", "counts", "features", "tfidf")
            .cache();
    return new PlantedVectors(vectors, vocabulary, truth(corpus, vocabulary));
  }

  private static Vector tfidf(Vector counts, double[] idf) {
    int[] terms = counts.toSparse().indices();
    int[] times =
        Arrays.stream(counts.toSparse().values()).mapToInt(count -> (int) count).toArray();
    return Vectors.sparse(counts.size(), terms, TermWeights.tfidf(terms, times, idf));
  }

  /** The numbers of topics that suit it, as the job would say. */
  int most() {
    return TopicCount.limit(Integer.MAX_VALUE, rows.count(), vocabulary.size());
  }

  private static double[][] truth(PlantedCorpus corpus, Vocabulary vocabulary) {
    Map<String, Integer> numbers = new HashMap<>();
    String[] words = corpus.words();
    for (int v = 0; v < words.length; v++) {
      numbers.put(words[v], v);
    }
    int[] word = Arrays.stream(vocabulary.stems()).mapToInt(numbers::get).toArray();
    return Arrays.stream(corpus.topics())
        .map(topic -> Arrays.stream(word).mapToDouble(v -> topic[v]).toArray())
        .toArray(double[][]::new);
  }

  /** The cosine of each row of one matrix with each of another. */
  static double[][] cosines(double[][] some, double[][] others) {
    return Arrays.stream(some)
        .map(a -> Arrays.stream(others).mapToDouble(b -> cosine(a, b)).toArray())
        .toArray(double[][]::new);
  }

  private static double cosine(double[] a, double[] b) {
    double product = dot(a, b);
    return product == 0 ? 0 : product / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int v = 0; v < a.length; v++) {
      sum += a[v] * b[v];
    }
    return sum;
  }
}
