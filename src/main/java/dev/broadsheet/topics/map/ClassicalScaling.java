package dev.broadsheet.topics.map;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Classical scaling (Torgerson 1952): the plane that loses least of the inner products. */
final class ClassicalScaling {
  private ClassicalScaling() {}

  /**
   * Places for a start.
   *
   * @param distances k × k, k at least 2
   * @return k × 2
   */
  static double[][] of(double[][] distances) {
    int k = distances.length;
    var products = new EigenDecomposition(new Array2DRowRealMatrix(products(distances), false));
    double[][] places = new double[k][2];
    for (int axis = 0; axis < 2; axis++) {
      // Distances that fit no space of any dimension have negative eigenvalues.
      double length = StrictMath.sqrt(Math.max(0, products.getRealEigenvalue(axis)));
      for (int i = 0; i < k; i++) {
        places[i][axis] = length * products.getEigenvector(axis).getEntry(i);
      }
    }
    return places;
  }

  /** −½ of the squared distances, centred by rows and columns: inner products around the middle. */
  private static double[][] products(double[][] distances) {
    int k = distances.length;
    double[] means = new double[k];
    double mean = 0;
    for (int i = 0; i < k; i++) {
      for (double distance : distances[i]) {
        means[i] += distance * distance / k;
      }
      mean += means[i] / k;
    }
    double[][] products = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = (means[i] + means[j] - distances[i][j] * distances[i][j] - mean) / 2;
        products[j][i] = products[i][j];
      }
    }
    return products;
  }
}
