package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.InputFiles;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which files of one format are read, and how much of each: all of it, or as much as is enough to
 * see how all of it is read.
 *
 * @param files in the order of their paths
 * @param records the most of each file
 */
public record Sample(List<InputFiles.InputFile> files, long records) {
  /** So many files, at least, show that files differ. */
  private static final int FEWEST_FILES = 20;

  /** A record of news has some two kilobytes, so a small file has few. */
  private static final long BYTES_A_RECORD = 2000;

  /**
   * Takes the first records of files that are spread evenly over all.
   *
   * @param files of one format
   * @param records how many there should be, about; all of them for 0
   */
  public static Sample of(List<InputFiles.InputFile> files, long records) {
    if (records == 0) {
      return new Sample(files, Long.MAX_VALUE);
    }
    long bytes = files.stream().mapToLong(InputFiles.InputFile::bytes).sum();
    long aFile =
        files.get(0).format() == ArticleFormat.TEXT
            ? 1
            : Math.max(1, bytes / files.size() / BYTES_A_RECORD);
    long wanted = Math.min(records, Math.max(FEWEST_FILES, records / aFile));
    int taken = (int) Math.min(files.size(), wanted);
    List<InputFiles.InputFile> spread =
        IntStream.range(0, taken)
            .mapToObj(i -> files.get((int) ((long) i * files.size() / taken)))
            .toList();
    return new Sample(spread, (records + taken - 1) / taken);
  }

  /** The paths of the files. */
  public List<String> paths() {
    return files.stream().map(InputFiles.InputFile::path).toList();
  }

  /** Whether not all is read. */
  public boolean isPart() {
    return records < Long.MAX_VALUE;
  }
}
