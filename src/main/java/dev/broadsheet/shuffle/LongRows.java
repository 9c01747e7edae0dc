package dev.broadsheet.shuffle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.util.IntroSorter;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Rows of {@value #COLUMNS} whole numbers, in an array for each column, so that no row is an
 * object. By the first of them, or the first few, rows can be brought together in one shuffle.
 */
public final class LongRows implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int COLUMNS = 4;
  private static final int LEAST_ROOM = 16;
  private static final int A_SLICE = 8;
  private static final int FEW = 24;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long[][] columns;
  private int size;

  /** No rows. */
  public LongRows() {
    this(LEAST_ROOM);
  }

  private LongRows(int room) {
    columns = new long[COLUMNS][room];
  }

  /** Adds a row. */
  public void add(long first, long second, long third, long fourth) {
    if (size == columns[0].length) {
      for (int c = 0; c < COLUMNS; c++) {
        columns[c] = Arrays.copyOf(columns[c], 2 * size);
      }
    }
    columns[0][size] = first;
    columns[1][size] = second;
    columns[2][size] = third;
    columns[3][size++] = fourth;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** A number; rows and columns are counted from 0. */
  public long at(int row, int column) {
    return columns[column][row];
  }

  /** Behind the last row from one on that has the same numbers in the first so many columns. */
  public int endOfGroup(int from, int key) {
    int end = from + 1;
    while (end < size && isSame(from, end, key)) {
      end++;
    }
    return end;
  }

  private boolean isSame(int row, int other, int key) {
    for (int c = 0; c < key; c++) {
      if (columns[c][row] != columns[c][other]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Brings rows together that have the same numbers in the first so many columns.
   *
   * @param partitions of the result, 1 at least
   * @return partitions of one object each, in ascending order by all columns
   */
  public static JavaRDD<LongRows> together(JavaRDD<LongRows> rows, int key, int partitions) {
    return rows.mapPartitionsToPair(some -> parts(some, key, partitions))
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitions(parts -> List.of(sorted(parts)).iterator());
  }

  private static Iterator<Tuple2<Integer, LongRows>> parts(
      Iterator<LongRows> rows, int key, int partitions) {
    LongRows[] parts = new LongRows[partitions];
    while (rows.hasNext()) {
      LongRows some = rows.next();
      for (int row = 0; row < some.size; row++) {
        int part = (int) Math.floorMod(some.hash(row, key), (long) partitions);
        parts[part] = parts[part] == null ? new LongRows() : parts[part];
        parts[part].add(some, row);
      }
    }
    List<Tuple2<Integer, LongRows>> sent = new ArrayList<>();
    for (int part = 0; part < partitions; part++) {
      if (parts[part] != null) {
        sent.add(new Tuple2<>(part, parts[part].trimmed()));
      }
    }
    return sent.iterator();
  }

  private long hash(int row, int key) {
    long hash = 0;
    for (int c = 0; c < key; c++) {
      hash = (hash ^ columns[c][row]) * GOLDEN;
      hash ^= hash >>> Integer.SIZE;
    }
    return hash;
  }

  private void add(LongRows other, int row) {
    add(other.columns[0][row], other.columns[1][row], other.columns[2][row], other.columns[3][row]);
  }

  private LongRows trimmed() {
    LongRows exact = new LongRows(0);
    exact.size = size;
    for (int c = 0; c < COLUMNS; c++) {
      exact.columns[c] = Arrays.copyOf(columns[c], size);
    }
    return exact;
  }

  /** All rows in order: dealt into slices of the first numbers, which have a few rows each. */
  private static LongRows sorted(Iterator<Tuple2<Integer, LongRows>> parts) {
    List<LongRows> all = new ArrayList<>();
    parts.forEachRemaining(part -> all.add(part._2()));
    LongRows sorted = new LongRows(all.stream().mapToInt(LongRows::size).sum());
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (LongRows part : all) {
      for (int row = 0; row < part.size; row++) {
        least = Math.min(least, part.columns[0][row]);
        most = Math.max(most, part.columns[0][row]);
      }
    }
    int shift = bits(most - least) - bits(sorted.columns[0].length / A_SLICE);
    sorted.deal(all, least, Math.min(Math.max(shift, 0), Long.SIZE - 1), most);
    return sorted;
  }

  private static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  private void deal(List<LongRows> parts, long least, int shift, long most) {
    int[] ends = new int[(int) (most - least >>> shift) + 2];
    for (LongRows part : parts) {
      for (int row = 0; row < part.size; row++) {
        ends[(int) (part.columns[0][row] - least >>> shift) + 1]++;
      }
    }
    for (int slice = 1; slice < ends.length; slice++) {
      ends[slice] += ends[slice - 1];
    }
    for (LongRows part : parts) {
      for (int row = 0; row < part.size; row++) {
        int place = ends[(int) (part.columns[0][row] - least >>> shift)]++;
        for (int c = 0; c < COLUMNS; c++) {
          columns[c][place] = part.columns[c][row];
        }
      }
      size += part.size;
    }
    var sorter = new Sorter();
    for (int slice = 0, from = 0; slice < ends.length - 1; from = ends[slice++]) {
      if (ends[slice] - from > FEW) {
        sorter.sort(from, ends[slice]);
      } else {
        insert(from, ends[slice]);
      }
    }
  }

  /** Sorts a few rows by insertion, which nearly every slice is small enough for. */
  private void insert(int from, int end) {
    long[] row = new long[COLUMNS];
    for (int next = from + 1; next < end; next++) {
      copy(next, row);
      int place = next;
      while (place > from && order(row, place - 1) < 0) {
        place--;
        for (long[] column : columns) {
          column[place + 1] = column[place];
        }
      }
      for (int c = 0; c < COLUMNS; c++) {
        columns[c][place] = row[c];
      }
    }
  }

  private void copy(int row, long[] copy) {
    for (int c = 0; c < COLUMNS; c++) {
      copy[c] = columns[c][row];
    }
  }

  private int order(long[] row, int other) {
    for (int c = 0; c < COLUMNS; c++) {
      if (row[c] != columns[c][other]) {
        return Long.compare(row[c], columns[c][other]);
      }
    }
    return 0;
  }

  private final class Sorter extends IntroSorter {
    private final long[] pivot = new long[COLUMNS];

    @Override
    protected void setPivot(int row) {
      copy(row, pivot);
    }

    @Override
    protected int comparePivot(int row) {
      return order(pivot, row);
    }

    @Override
    protected void swap(int row, int other) {
      for (long[] column : columns) {
        long number = column[row];
        column[row] = column[other];
        column[other] = number;
      }
    }
  }
}
