package dev.broadsheet.topics;

import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.text.TokenBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.ElementwiseProduct;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From tokens to vectors over the vocabulary.
 *
 * <ul>
 *   <li><b>counts</b>, from which follow the {@linkplain TermWeights weights} by which articles and
 *       their terms are compared;
 *   <li><b>features</b>, from which topics are learnt: sublinear term frequency times idf to the
 *       power {@value #RARITY}, {@linkplain LengthCap no longer} than those of three quarters of
 *       the documents. Least squares explain large values first, and idf alone leaves them with the
 *       words that everybody uses: topics share these, and are less coherent.
 * </ul>
 */
public final class TermVectors {
  /** Up to here topics become more coherent; at 2 they no longer tell subjects apart. */
  private static final double RARITY = 1.6;

  private static final StructType WEIGHTED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("counts", SQLDataTypes.VectorType())
          .add("weighted", SQLDataTypes.VectorType());

  private TermVectors() {}

  /** The steps up to the column weighted, in order; each adds a column. */
  public static List<Transformer> steps(Vocabulary vocabulary) {
    return List.of(
        new CountVectorizerModel(vocabulary.stems()).setInputCol("tokens").setOutputCol("counts"),
        new SublinearTf(),
        new ElementwiseProduct()
            .setScalingVec(scaling(vocabulary))
            .setInputCol("tf")
            .setOutputCol("weighted"));
  }

  /**
   * What the {@linkplain #steps steps} make of texts: article_id, counts and weighted of those that
   * have terms of the vocabulary.
   */
  public static Dataset<Row> of(
      SparkSession spark, JavaRDD<TokenBlock> texts, Vocabulary vocabulary) {
    Map<String, Integer> places = new HashMap<>();
    for (String stem : vocabulary.stems()) {
      places.put(stem, places.size());
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Map<String, Integer>> shared = context.broadcast(places);
    double[] scaling = scaling(vocabulary).toArray();
    return Rows.dataset(
        spark,
        texts.flatMap(block -> vectors(block, shared.value(), scaling).iterator()),
        WEIGHTED);
  }

  private static Stream<Row> vectors(
      TokenBlock block, Map<String, Integer> places, double[] scaling) {
    int[] place =
        Arrays.stream(block.words()).mapToInt(word -> places.getOrDefault(word, -1)).toArray();
    return IntStream.range(0, block.documents())
        .mapToObj(d -> vectors(block, d, place, scaling))
        .flatMap(Optional::stream);
  }

  private static Optional<Row> vectors(
      TokenBlock block, int document, int[] place, double[] scaling) {
    int[] terms =
        IntStream.range(block.start(document), block.end(document))
            .map(token -> place[block.word(token)])
            .filter(term -> term >= 0)
            .sorted()
            .toArray();
    int[] indices = new int[terms.length];
    double[] counts = new double[terms.length];
    int size = 0;
    for (int term : terms) {
      if (size == 0 || indices[size - 1] != term) {
        indices[size++] = term;
      }
      counts[size - 1]++;
    }
    if (size == 0) {
      return Optional.empty();
    }
    indices = Arrays.copyOf(indices, size);
    counts = Arrays.copyOf(counts, size);
    double[] weighted = new double[size];
    for (int i = 0; i < size; i++) {
      weighted[i] = SublinearTf.of(counts[i]) * scaling[indices[i]];
    }
    return Optional.of(
        RowFactory.create(
            block.id(document),
            Vectors.sparse(scaling.length, indices, counts),
            Vectors.sparse(scaling.length, indices, weighted)));
  }

  private static Vector scaling(Vocabulary vocabulary) {
    return Vectors.dense(
        Arrays.stream(vocabulary.idf()).map(idf -> StrictMath.pow(idf, RARITY)).toArray());
  }

  /** No rows: article_id, counts, features. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(
        List.of(),
        new StructType()
            .add("article_id", DataTypes.StringType)
            .add("counts", SQLDataTypes.VectorType())
            .add("features", SQLDataTypes.VectorType()));
  }
}
