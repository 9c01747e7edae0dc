package dev.broadsheet.nmf;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Where a factorization begins: nonnegative double singular value decomposition (Boutsidis and
 * Gallopoulos 2008, pp. 1350–1362). Of every right singular vector of X it takes the positive or
 * the negative part, whichever stands for more.
 *
 * <p>The singular vectors come from a randomised range finder (Halko, Martinsson and Tropp 2011,
 * algorithms 4.4 and 5.3 on XᵀX) with dynamic shifts (Feng, Yu, Xie and Tang 2024, dashSVD, ACM
 * TOMS 50(2)), by some passes over the documents, V × (k + 10) sums each. The spectrum of short
 * texts is flat; with {@value #NEAR} passes half of the vectors are as random as where they began,
 * with {@value #SETTLED} none.
 */
public final class Nndsvd {
  private static final int OVERSAMPLING = 10;

  /** So many passes make vectors that do not depend on the seed. */
  public static final int SETTLED = 7;

  /** So many are enough where the weaker vectors do not matter. */
  public static final int NEAR = 3;

  /** An eigenvalue below this part of the largest is one of rounding. */
  private static final double RANK = 1e-14;

  private Nndsvd() {}

  /**
   * Given topics, or none, and after them others for what these leave unexplained, the strongest
   * first: k in all.
   *
   * @param passes {@link #SETTLED} or {@link #NEAR}
   */
  public static TopicFactor after(
      DocumentMatrix x, TopicFactor given, int k, int passes, long seed) {
    int more = k - given.k();
    if (more <= 0) {
      return given;
    }
    double[] others = ofResidual(x, given, more, passes, seed);
    double[] all = new double[x.terms() * k];
    for (int v = 0; v < x.terms(); v++) {
      System.arraycopy(given.byTerm(), v * given.k(), all, v * k, given.k());
      System.arraycopy(others, v * more, all, v * k + given.k(), more);
    }
    return TopicFactor.of(k, all);
  }

  private static double[] ofResidual(
      DocumentMatrix x, TopicFactor given, int k, int passes, long seed) {
    int l = (int) Math.min(k + OVERSAMPLING, Math.min(x.terms(), x.documents()));
    double[] basis = TopicFactor.scaled(l, gaussian(x.terms(), l, seed));
    double[] image = x.covarianceTimes(new Residual(given, basis, l));
    double shift = 0;
    for (int power = 1; power < passes; power++) {
      Orthonormal next = Orthonormal.of(less(image, shift, basis), l);
      // The first basis was of chance, and says little of the spectrum.
      shift = power == 1 ? 0 : Math.max(shift, (shift + next.least()) / 2);
      // What the first time leaves is rounding, which matters to the eigenvectors only.
      basis = power == passes - 1 ? Orthonormal.of(next.basis(), l).basis() : next.basis();
      image = x.covarianceTimes(new Residual(given, basis, l));
    }
    double[] singular = rightSingularVectors(basis, image, l, k);
    return largerParts(singular, x.squaredParts(new Residual(given, singular, k)), k);
  }

  private static double[] gaussian(int terms, int l, long seed) {
    var random = new Random(seed);
    double[] matrix = new double[terms * l];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = random.nextGaussian();
    }
    return matrix;
  }

  /** Rayleigh and Ritz: the eigenvectors of QᵀXᵀXQ, largest eigenvalue first, back in V terms. */
  private static double[] rightSingularVectors(double[] basis, double[] image, int l, int k) {
    double[][] vectors = eigen(TermMatrix.transposeTimes(basis, l, image, l), l).getV().getData();
    double[] first = new double[l * k];
    for (int i = 0; i < l; i++) {
      System.arraycopy(vectors[i], 0, first, i * k, Math.min(k, l));
    }
    return TermMatrix.times(basis, l, first, k);
  }

  /** Of a matrix that is symmetric but for rounding. */
  private static EigenDecomposition eigen(double[] matrix, int l) {
    double[][] symmetric = new double[l][l];
    for (int i = 0; i < l; i++) {
      for (int j = 0; j < l; j++) {
        symmetric[i][j] = (matrix[i * l + j] + matrix[j * l + i]) / 2;
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
  }

  private static double[] largerParts(double[] singular, double[] squaredParts, int k) {
    double[] positive = new double[k];
    double[] negative = new double[k];
    for (int i = 0; i < singular.length; i++) {
      double square = singular[i] * singular[i];
      if (singular[i] > 0) {
        positive[i % k] += square;
      } else {
        negative[i % k] += square;
      }
    }
    double[] parts = new double[singular.length];
    for (int i = 0; i < parts.length; i++) {
      int j = i % k;
      boolean takePositive = positive[j] * squaredParts[j] >= negative[j] * squaredParts[k + j];
      parts[i] = Math.max(0, takePositive ? singular[i] : -singular[i]);
    }
    return parts;
  }

  /** (XᵀX − shift · I)Q, in the place of XᵀXQ. */
  private static double[] less(double[] image, double shift, double[] basis) {
    for (int i = 0; i < image.length; i++) {
      image[i] -= shift * basis[i];
    }
    return image;
  }

  /**
   * An orthonormal basis of the columns of a V × l matrix M, up to the square of what rounding M
   * costs: MUΛ^(−½), where MᵀM = UΛUᵀ; columns of 0 where M has a lower rank.
   *
   * @param least the least singular value of M
   */
  private record Orthonormal(double[] basis, double least) {
    static Orthonormal of(double[] matrix, int l) {
      EigenDecomposition gram = eigen(TermMatrix.gram(matrix, l), l);
      double[] values = gram.getRealEigenvalues();
      double[] scaled = new double[l * l];
      for (int j = 0; j < l; j++) {
        if (values[j] > RANK * values[0]) {
          for (int i = 0; i < l; i++) {
            scaled[i * l + j] = gram.getV().getEntry(i, j) / Math.sqrt(values[j]);
          }
        }
      }
      return new Orthonormal(
          TermMatrix.times(matrix, l, scaled, l), Math.sqrt(Math.max(0, values[l - 1])));
    }
  }
}
