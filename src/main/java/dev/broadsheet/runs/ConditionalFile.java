package dev.broadsheet.runs;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file of an object store that is written by one PUT, and only if nobody else has written it
 * since it was looked at: {@code If-None-Match} where there was none, {@code If-Match} with its
 * entity tag (ETag) where there was.
 */
record ConditionalFile(FileSystem fs, Path path) {
  /** The tag of a file that is not there. */
  static final String NONE = "";

  /** Whether a store has such a PUT and its connector knows it. */
  static boolean isPossible(FileSystem fs, Path folder) throws IOException {
    return fs.hasPathCapability(folder, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
        && fs.hasPathCapability(folder, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG);
  }

  /** The entity tag of what is there now. */
  String tag() throws IOException {
    try {
      return tag(fs.getFileStatus(path));
    } catch (FileNotFoundException e) {
      return NONE;
    }
  }

  static String tag(FileStatus status) {
    return ((EtagSource) status).getEtag();
  }

  /**
   * Writes the file, if it still has this tag.
   *
   * @return false if another has written it
   */
  boolean write(String tag, String text) throws IOException {
    var builder = fs.createFile(path).overwrite(true).recursive();
    if (tag.equals(NONE)) {
      builder.must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
    } else {
      builder.must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, tag);
    }
    try (var out = builder.build()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The answer to a PUT that went through may be lost, and its repetition then fails.
      if (text.equals(text())) {
        return true;
      }
      if (!tag.equals(tag())) {
        return false;
      }
      throw e;
    }
    return true;
  }

  /** What it says; empty where it is not there. */
  String text() throws IOException {
    return ChangingFile.read(fs, path).orElse("");
  }
}
