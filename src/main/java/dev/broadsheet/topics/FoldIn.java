package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * From weights to probabilities. H tells topics apart by TF-IDF, so it is not p(term | topic); this
 * estimator finds that as the nonnegative least-squares fit of the raw counts C on the weights W:
 * the P ≥ 0 (k × V) that minimises ‖C − WP‖², every row scaled to add up to 1.
 *
 * <p>One pass over the documents adds up WᵀW and WᵀC, 8 · k · V bytes in each task, as {@linkplain
 * FixedPoint sums of whole numbers}; another counts the tokens. The same rows give the same P to
 * the last bit in any order and on any layout.
 */
public final class FoldIn extends Estimator<FoldInModel> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;
  private static final double TOLERANCE = 1e-9;
  private static final int SWEEPS = 1000;

  private final String uid;
  private final Param<String> weightsCol;
  private final Param<String> countsCol;
  private final Param<String> outputCol;

  public FoldIn() {
    this(Identifiable$.MODULE$.randomUID("foldIn"));
  }

  public FoldIn(String uid) {
    this.uid = uid;
    weightsCol = new Param<>(this, "weightsCol", "the column of topic weights, each 1 at most");
    countsCol = new Param<>(this, "countsCol", "the column of term counts");
    outputCol = new Param<>(this, "outputCol", "the column of p(topic | document) to add");
    setDefault(weightsCol, "topicWeights");
    setDefault(countsCol, "counts");
    setDefault(outputCol, TopicModel.OUTPUT);
  }

  /** How many documents and tokens there are, and how many terms V. */
  private static final class Size implements Serializable {
    private final long documents;
    private final double tokens;
    private final int terms;

    Size(long documents, double tokens, int terms) {
      this.documents = documents;
      this.tokens = tokens;
      this.terms = terms;
    }

    static Size of(Row row) {
      Vector counts = row.getAs(0);
      return new Size(1, Arrays.stream(counts.toSparse().values()).sum(), counts.size());
    }

    Size and(Size other) {
      return new Size(
          documents + other.documents, tokens + other.tokens, Math.max(terms, other.terms));
    }
  }

  /**
   * Finds p(term | topic).
   *
   * @throws IllegalArgumentException if there are no rows
   */
  @Override
  public FoldInModel fit(Dataset<?> documents) {
    transformSchema(documents.schema());
    int cores = documents.sparkSession().sparkContext().defaultParallelism();
    // Sums of whole counts are exact in doubles, whatever their order.
    Size size =
        documents
            .select(col($(countsCol)))
            .toJavaRDD()
            .coalesce(cores)
            .map(Size::of)
            .fold(new Size(0, 0, 0), Size::and);
    if (size.documents == 0) {
      throw new IllegalArgumentException(
          "Cannot fold in: there are no documents. Fit on those of the factorization.");
    }
    JavaRDD<Row> rows =
        documents.select(col($(weightsCol)), col($(countsCol))).toJavaRDD().coalesce(cores);
    FixedPoint cross = FixedPoint.forSum((long) size.tokens, 1);
    FixedPoint gram = FixedPoint.forSum(size.documents, 1);
    long[][] sums =
        rows.mapPartitions(
                part -> Collections.singleton(sums(part, size.terms, gram, cross)).iterator())
            .filter(part -> part.length > 0)
            .treeReduce((a, b) -> DocumentMatrix.add(a, b));
    int k = (int) Math.sqrt(sums[0].length);
    double[] byTerm = new double[sums[1].length];
    new NonnegativeLeastSquares(gram.values(sums[0]), k, TOLERANCE, SWEEPS)
        .solveRows(byTerm, cross.values(sums[1]));
    return copyValues(
        new FoldInModel(uid, k, normalized(byTerm, k)).setParent(this), extractParamMap());
  }

  /** WᵀW and WᵀC of some documents; empty for none. */
  private static long[][] sums(Iterator<Row> rows, int terms, FixedPoint gram, FixedPoint cross) {
    long[][] sums = {};
    while (rows.hasNext()) {
      Row row = rows.next();
      SparseVector weights = row.<Vector>getAs(0).toSparse();
      SparseVector counts = row.<Vector>getAs(1).toSparse();
      int k = weights.size();
      if (sums.length == 0) {
        sums = new long[][] {new long[k * k], new long[k * terms]};
      }
      int[] topics = weights.indices();
      double[] w = weights.values();
      for (int a = 0; a < topics.length; a++) {
        if (!(w[a] >= 0 && w[a] <= 1 + 1e-9)) {
          throw new IllegalArgumentException(
              "Cannot fold in: a topic weight is %s, not from 0 to 1. Scale documents to length 1."
                  .formatted(w[a]));
        }
        for (int b = 0; b < topics.length; b++) {
          sums[0][topics[a] * k + topics[b]] += gram.units(w[a] * w[b]);
        }
      }
      for (int i = 0; i < counts.indices().length; i++) {
        for (int a = 0; a < topics.length; a++) {
          sums[1][counts.indices()[i] * k + topics[a]] += cross.units(w[a] * counts.values()[i]);
        }
      }
    }
    return sums;
  }

  private static double[] normalized(double[] byTerm, int k) {
    double[] total = new double[k];
    for (int i = 0; i < byTerm.length; i++) {
      total[i % k] += byTerm[i];
    }
    for (int i = 0; i < byTerm.length; i++) {
      byTerm[i] = total[i % k] > 0 ? byTerm[i] / total[i % k] : 0;
    }
    return byTerm;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return FoldInModel.checked(schema, $(weightsCol), $(countsCol), $(outputCol));
  }

  @Override
  public FoldIn copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<FoldIn> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> weightsCol() {
    return weightsCol;
  }

  public Param<String> countsCol() {
    return countsCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }
}
