package dev.broadsheet.topics;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Where a factorization begins: nonnegative double singular value decomposition (Boutsidis and
 * Gallopoulos 2008, p. 1353). Of every right singular vector of X it takes the positive or the
 * negative part, whichever stands for more.
 *
 * <p>The singular vectors come from a randomised range finder (Halko, Martinsson and Tropp 2011,
 * algorithms 4.4 and 5.3 on XᵀX): {@value #POWERS} passes over the documents, V × (k + 10) sums
 * each.
 */
final class Nndsvd {
  private static final int OVERSAMPLING = 10;
  private static final int POWERS = 3;

  private Nndsvd() {}

  /**
   * Given topics, or none, and after them others for what these leave unexplained, the strongest
   * first: k in all.
   */
  static TopicFactor after(DocumentMatrix x, TopicFactor given, int k, long seed) {
    int more = k - given.k();
    if (more <= 0) {
      return given;
    }
    double[] others = ofResidual(x, given, more, seed);
    double[] all = new double[x.terms() * k];
    for (int v = 0; v < x.terms(); v++) {
      System.arraycopy(given.byTerm(), v * given.k(), all, v * k, given.k());
      System.arraycopy(others, v * more, all, v * k + given.k(), more);
    }
    return TopicFactor.of(k, all);
  }

  private static double[] ofResidual(DocumentMatrix x, TopicFactor given, int k, long seed) {
    int l = (int) Math.min(k + OVERSAMPLING, Math.min(x.terms(), x.documents()));
    double[] basis = orthonormal(gaussian(x.terms(), l, seed), l);
    double[] image = x.covarianceTimes(new Residual(given, basis, l));
    for (int power = 1; power < POWERS; power++) {
      basis = orthonormal(image, l);
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
    double[][] small = new double[l][l];
    for (int row = 0; row < basis.length; row += l) {
      for (int i = 0; i < l; i++) {
        for (int j = 0; j < l; j++) {
          small[i][j] += basis[row + i] * image[row + j];
        }
      }
    }
    for (int i = 0; i < l; i++) {
      for (int j = 0; j < i; j++) {
        small[i][j] = (small[i][j] + small[j][i]) / 2;
        small[j][i] = small[i][j];
      }
    }
    double[][] vectors =
        new EigenDecomposition(new Array2DRowRealMatrix(small, false)).getV().getData();
    double[] singular = new double[basis.length / l * k];
    for (int v = 0; v < basis.length / l; v++) {
      for (int i = 0; i < l; i++) {
        double value = basis[v * l + i];
        for (int j = 0; j < Math.min(k, l); j++) {
          singular[v * k + j] += value * vectors[i][j];
        }
      }
    }
    return singular;
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

  /** Modified Gram–Schmidt, twice, on the columns of a V × l matrix. */
  private static double[] orthonormal(double[] matrix, int l) {
    int terms = matrix.length / l;
    double[][] columns = new double[l][terms];
    for (int i = 0; i < matrix.length; i++) {
      columns[i % l][i / l] = matrix[i];
    }
    for (int j = 0; j < l; j++) {
      normalize(columns[j]);
      for (int twice = 0; twice < 2; twice++) {
        for (int i = 0; i < j; i++) {
          subtract(columns[j], columns[i]);
        }
        normalize(columns[j]);
      }
    }
    double[] result = new double[matrix.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = columns[i % l][i / l];
    }
    return result;
  }

  private static void subtract(double[] column, double[] unit) {
    double dot = 0;
    for (int v = 0; v < column.length; v++) {
      dot += column[v] * unit[v];
    }
    for (int v = 0; v < column.length; v++) {
      column[v] -= dot * unit[v];
    }
  }

  private static void normalize(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value * value;
    }
    double length = Math.sqrt(sum);
    for (int v = 0; v < column.length; v++) {
      column[v] = length > 1e-12 ? column[v] / length : 0;
    }
  }
}
