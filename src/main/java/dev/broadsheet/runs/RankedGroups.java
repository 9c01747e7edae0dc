package dev.broadsheet.runs;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The groups of a file's rows that the columns before {@code rank} in the key name, one after the
 * other: their ranks are to be 1, 2, 3 …, and their weights, if they have any, to be 1 together.
 */
final class RankedGroups {
  private static final String RANK = "rank";
  private static final String WEIGHT = "weight";

  /** Weights are added as whole numbers, because sums of doubles depend on the order. */
  private static final long UNITS = 1_000_000_000_000L;

  private final int rankInKey;
  private final int rank;
  private final int weight;
  private long rows;
  private boolean gap;
  private long total;
  private long sparse;
  private double off;

  RankedGroups(StructType schema, List<String> key) {
    rankInKey = key.indexOf(RANK);
    rank = rankInKey < 0 ? -1 : schema.fieldIndex(RANK);
    weight = Arrays.asList(schema.fieldNames()).indexOf(WEIGHT);
  }

  /**
   * Takes the next row.
   *
   * @param differs the place in the key of the first column that differs from the row before
   */
  void next(InternalRow row, int differs) {
    if (rankInKey < 0) {
      return;
    }
    if (differs < rankInKey) {
      end();
    }
    rows++;
    gap |= row.isNullAt(rank) || row.getInt(rank) != rows;
    total += weight < 0 ? 0 : units(row);
  }

  /** Ends the last group. */
  void end() {
    if (rows == 0) {
      return;
    }
    sparse += gap ? 1 : 0;
    off = weight < 0 ? 0 : Math.max(off, Math.abs((double) total / UNITS - 1));
    rows = 0;
    gap = false;
    total = 0;
  }

  /** What is no weight, also not a number at all, is taken for one that is far too large. */
  private long units(InternalRow row) {
    double value = row.isNullAt(weight) ? Double.NaN : row.getDouble(weight);
    return (long) Math.rint((value >= -2 && value <= 2 ? value : 2) * UNITS);
  }

  /** Groups whose ranks are not 1, 2, 3 … */
  long sparse() {
    return sparse;
  }

  /** The farthest that the weights of a group are from 1 together. */
  double off() {
    return off;
  }
}
