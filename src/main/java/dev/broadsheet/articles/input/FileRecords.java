package dev.broadsheet.articles.input;

import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The records of one file, whatever its format, and the tasks in which files are read. */
public final class FileRecords {
  private static final long BYTES_A_TASK = 32L << 20;
  private static final int FILES_A_TASK = 2000;

  private FileRecords() {}

  /**
   * How many tasks read these files, which are that many parts: one for each 32 MiB or 2,000 files,
   * whichever makes more, and at least two for each core where there are as many files.
   */
  public static int tasks(List<InputFiles.InputFile> files, int parts, int cores) {
    long bytes = files.stream().mapToLong(InputFiles.InputFile::bytes).sum();
    long wanted = Math.max(bytes / BYTES_A_TASK, files.size() / FILES_A_TASK);
    return (int) Math.min(parts, Math.max(wanted, 2L * cores));
  }

  /** The one record of a file that is no text. */
  public static Iterator<Row> of(String path, OtherFormat format) {
    return List.of(
            RawRecord.rejected(path, 1, Rejection.BAD_RECORD, "the file is " + format.advice(), ""))
        .iterator();
  }

  /**
   * As many of these records, with what is left out between them; where they cannot be read, the
   * failure names the file.
   */
  public static Iterator<Row> of(String path, Iterator<Row> records, long most) {
    return new Iterator<>() {
      private long left = most;

      @Override
      public boolean hasNext() {
        try {
          return left > 0 && records.hasNext();
        } catch (RuntimeException e) {
          throw InputException.unreadable(path, e);
        }
      }

      @Override
      public Row next() {
        try {
          Row record = records.next();
          left -= RawRecord.isLeftOut(record) ? 0 : 1;
          return record;
        } catch (RuntimeException e) {
          throw InputException.unreadable(path, e);
        }
      }
    };
  }
}
