package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Arrays;
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
 * estimator finds that as the nonnegative least-squares fit of the raw counts. A document of n
 * tokens with the parts θ of topics (its weights, scaled to add up to 1) has nθP counts to expect;
 * P ≥ 0 (k × V) minimises Σ ‖c − nθP‖² over documents, every row scaled to add up to 1. A document
 * of more than {@value #LONG} tokens counts as one of so many, or a single book would be its topic.
 *
 * <p>One pass over the documents adds up Σ n²θᵀθ and Σ nθᵀc, 8 · k · V bytes in each task, as
 * {@linkplain FixedPoint sums of whole numbers}; another counts the tokens. The same rows give the
 * same P to the last bit in any order and on any layout.
 */
public final class FoldIn extends Estimator<FoldInModel> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;
  private static final double TOLERANCE = 1e-9;
  private static final int SWEEPS = 1000;
  private static final int LONG = 1000;

  private final String uid;
  private final Param<String> weightsCol;
  private final Param<String> countsCol;
  private final Param<String> outputCol;

  public FoldIn() {
    this(Identifiable$.MODULE$.randomUID("foldIn"));
  }

  public FoldIn(String uid) {
    this.uid = uid;
    weightsCol = new Param<>(this, "weightsCol", "the column of topic weights");
    countsCol = new Param<>(this, "countsCol", "the column of term counts");
    outputCol = new Param<>(this, "outputCol", "the column of p(topic | document) to add");
    setDefault(weightsCol, "topicWeights");
    setDefault(countsCol, "counts");
    setDefault(outputCol, TopicModel.OUTPUT);
  }

  /** How many documents and tokens there are, and how many terms V. */
  private static final class Size implements Serializable {
    private final long documents;
    private final int terms;

    Size(long documents, int terms) {
      this.documents = documents;
      this.terms = terms;
    }

    static Size of(Row row) {
      return new Size(1, row.<Vector>getAs(0).size());
    }

    Size and(Size other) {
      return new Size(documents + other.documents, Math.max(terms, other.terms));
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
    Size size =
        documents
            .select(col($(countsCol)))
            .toJavaRDD()
            .coalesce(cores)
            .map(Size::of)
            .fold(new Size(0, 0), Size::and);
    if (size.documents == 0) {
      throw new IllegalArgumentException(
          "Cannot fold in: there are no documents. Fit on those of the factorization.");
    }
    JavaRDD<Row> rows =
        documents.select(col($(weightsCol)), col($(countsCol))).toJavaRDD().coalesce(cores);
    FixedPoint fixed = FixedPoint.forSum(size.documents, LONG * LONG);
    int terms = size.terms;
    long[][] sums = ClusterSums.of(rows, part -> sums(part, terms, fixed));
    int k = (int) Math.sqrt(sums[0].length);
    double[] byTerm = new double[sums[1].length];
    new NonnegativeLeastSquares(fixed.values(sums[0]), k, TOLERANCE, SWEEPS)
        .solveRows(byTerm, fixed.values(sums[1]));
    return copyValues(
        new FoldInModel(uid, k, normalized(byTerm, k)).setParent(this), extractParamMap());
  }

  /** Σ n²θᵀθ and Σ nθᵀc of some documents; empty for none. */
  private static long[][] sums(Iterator<Row> rows, int terms, FixedPoint fixed) {
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
      double[] theta = parts(weights.values());
      double tokens = Arrays.stream(counts.values()).sum();
      double n = Math.min(tokens, LONG);
      for (int a = 0; a < topics.length; a++) {
        for (int b = 0; b < topics.length; b++) {
          sums[0][topics[a] * k + topics[b]] += fixed.units(n * n * theta[a] * theta[b]);
        }
      }
      for (int i = 0; i < counts.indices().length; i++) {
        for (int a = 0; a < topics.length; a++) {
          sums[1][counts.indices()[i] * k + topics[a]] +=
              fixed.units(n * theta[a] * (n / tokens) * counts.values()[i]);
        }
      }
    }
    return sums;
  }

  private static double[] parts(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "Cannot fold in: a topic weight is %s, not a number of 0 or more. Mend the weights."
                .formatted(weight));
      }
      sum += weight;
    }
    double all = sum;
    return Arrays.stream(weights).map(weight -> all > 0 ? weight / all : 0).toArray();
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
