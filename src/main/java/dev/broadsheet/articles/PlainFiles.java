package dev.broadsheet.articles;

import java.io.IOException;
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
final class PlainFiles {
  /** What makes Hadoop read so. A file system is kept for its scheme, whatever it is set to. */
  static final Map<String, String> OPTIONS =
      Map.of(
          "fs.file.impl", RawLocalFileSystem.class.getName(), "fs.file.impl.disable.cache", "true");

  private PlainFiles() {}

  /** The file system of a path. */
  static FileSystem of(Path path, Configuration hadoop) throws IOException {
    FileSystem fs = path.getFileSystem(hadoop);
    return fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs;
  }

  /** The same configuration, for libraries that find the file system themselves. */
  static Configuration in(Configuration hadoop) {
    var plain = new Configuration(hadoop);
    OPTIONS.forEach(plain::set);
    return plain;
  }
}
