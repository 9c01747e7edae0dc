package dev.broadsheet.topics.description;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The assignment problem: pairs rows with columns, each with one at most, so that the similarities
 * of the pairs add up to the most.
 *
 * <p>The Hungarian method (Kuhn 1955; Munkres 1957) by shortest augmenting paths (Jonker and
 * Volgenant 1987): rows are paired one after the other, and each may move those before it. Every
 * row r has a profit p and every column c a price q with p(r) + q(c) ≥ similarity(r, c); what is
 * over is the pair's slack. Chosen pairs have none, and columns without a row have no price, which
 * proves the pairs the best. O(n²·m) for n ≤ m.
 */
public final class Assignment {
  private static final int NONE = -1;

  /** n × m, n ≤ m. */
  private final double[][] similarity;

  private final double[] profit;
  private final double[] price;
  private final int[] rowOf;

  private Assignment(double[][] similarity, int columns) {
    this.similarity = similarity;
    profit = Arrays.stream(similarity).mapToDouble(Assignment::largest).toArray();
    price = new double[columns];
    rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
  }

  /**
   * The best pairs, as many as there are rows or columns, whichever are fewer. Of equally good
   * answers it is always the same one.
   *
   * @param similarity rows × columns, finite
   * @return the column of each row, or −1
   */
  public static int[] best(double[][] similarity) {
    int rows = similarity.length;
    int columns = rows == 0 ? 0 : similarity[0].length;
    return rows <= columns
        ? inverse(rowOfEachColumn(similarity, columns), rows)
        : rowOfEachColumn(transposed(similarity, columns), rows);
  }

  private static int[] rowOfEachColumn(double[][] similarity, int columns) {
    var assignment = new Assignment(similarity, columns);
    for (int row = 0; row < similarity.length; row++) {
      assignment.add(row);
    }
    return assignment.rowOf;
  }

  /** Finds the path of least slack from a new row to a column without one, and pairs along it. */
  private void add(int newRow) {
    double[] distance = new double[price.length];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] before = new int[price.length];
    boolean[] visited = new boolean[price.length];
    int row = newRow;
    int column = NONE;
    double length = 0;
    while (row != NONE) {
      for (int c = 0; c < price.length; c++) {
        double through = length + profit[row] + price[c] - similarity[row][c];
        if (!visited[c] && through < distance[c]) {
          distance[c] = through;
          before[c] = column;
        }
      }
      column = nearest(distance, visited);
      visited[column] = true;
      length = distance[column];
      row = rowOf[column];
    }
    balance(newRow, distance, visited, length);
    pairAlong(before, column, newRow);
  }

  private static int nearest(double[] distance, boolean[] visited) {
    int nearest = NONE;
    for (int c = 0; c < distance.length; c++) {
      if (!visited[c] && (nearest == NONE || distance[c] < distance[nearest])) {
        nearest = c;
      }
    }
    return nearest;
  }

  /** Moves profits to prices, so that all pairs of the path have no slack. */
  private void balance(int newRow, double[] distance, boolean[] visited, double length) {
    profit[newRow] -= length;
    for (int c = 0; c < price.length; c++) {
      if (visited[c] && rowOf[c] != NONE) {
        price[c] += length - distance[c];
        profit[rowOf[c]] -= length - distance[c];
      }
    }
  }

  /** Each column of the path takes the row of the one before it; the first takes the new row. */
  private void pairAlong(int[] before, int last, int newRow) {
    int column = last;
    while (before[column] != NONE) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
    rowOf[column] = newRow;
  }

  private static int[] inverse(int[] rowOf, int rows) {
    int[] columnOf = new int[rows];
    IntStream.range(0, rowOf.length)
        .filter(column -> rowOf[column] != NONE)
        .forEach(column -> columnOf[rowOf[column]] = column);
    return columnOf;
  }

  private static double[][] transposed(double[][] matrix, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(c -> Arrays.stream(matrix).mapToDouble(row -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  private static double largest(double[] row) {
    return Arrays.stream(row).max().orElse(0);
  }
}
