package dev.broadsheet.articles.input;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The files of an input as they are. Hadoop leaves a file of checksums beside each that it writes
 * on this machine, and believes it later: it is wrong once somebody edits the file, and whoever
 * wrote it says how much memory it takes.
 */
public final class PlainFiles {
  /** What makes Hadoop read so. A file system is kept for its scheme, whatever it is set to. */
  public static final Map<String, String> OPTIONS =
      Map.of(
          "fs.file.impl", RawLocalFileSystem.class.getName(), "fs.file.impl.disable.cache", "true");

  /** Java takes a buffer of that size from the system for each read, and most files are small. */
  private static final int BUFFER = 4096;

  private PlainFiles() {}

  /** The file system of a path. */
  static FileSystem of(Path path, Configuration hadoop) throws IOException {
    FileSystem fs = path.getFileSystem(hadoop);
    return fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs;
  }

  /** The same configuration, for libraries that find the file system themselves. */
  public static Configuration in(Configuration hadoop) {
    var plain = new Configuration(hadoop);
    OPTIONS.forEach(plain::set);
    return plain;
  }

  /** A file's bytes, unpacked. */
  public static InputStream unpacked(Path path, Configuration hadoop) throws IOException {
    return unpacked(path, open(path, hadoop), hadoop);
  }

  /** The same, where it is counted what is read. */
  public static InputStream unpacked(Path path, Configuration hadoop, BytesRead counter)
      throws IOException {
    return unpacked(path, counter.counting(open(path, hadoop)), hadoop);
  }

  /**
   * A file's bytes as they are. Hadoop looks at each file of this machine several times before it
   * reads.
   */
  static InputStream open(Path path, Configuration hadoop) throws IOException {
    FileSystem fs = of(path, hadoop);
    if (fs instanceof RawLocalFileSystem) {
      var file = new File(path.toUri().getPath());
      if (file.isFile()) {
        return new FileInputStream(file);
      }
    }
    return fs.open(path, BUFFER);
  }

  private static InputStream unpacked(Path path, InputStream in, Configuration hadoop)
      throws IOException {
    Packing packing = Packing.of(path, hadoop).orElse(null);
    return packing == null ? in : packing.unpacked(in);
  }
}
