package dev.broadsheet.articles;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of an input, each once, in the order of their paths. Folders are searched to any depth;
 * files whose names begin with {@code .} or {@code _} are left out; files in a folder whose ending
 * is no format's are counted as {@code ignored}.
 *
 * @param files what will be read
 * @param ignored how many files in the folders are not articles by their ending
 */
public record InputFiles(List<InputFile> files, long ignored) {

  /**
   * One file.
   *
   * @param path the full Hadoop path
   * @param bytes its size
   * @param modified milliseconds since the epoch
   */
  public record InputFile(String path, long bytes, long modified, ArticleFormat format) {}

  /**
   * Lists the input.
   *
   * @param paths files, folders or globs, on any Hadoop file system
   * @param override the format of all files, whatever their endings
   * @throws InputException if a path does not exist or cannot be listed, or there is no file at all
   */
  public static InputFiles list(
      List<String> paths, Optional<ArticleFormat> override, Configuration hadoop) {
    var found = new TreeMap<String, InputFile>();
    long ignored = 0;
    for (String path : paths) {
      try {
        ignored += add(found, path, override, hadoop);
      } catch (IOException | IllegalArgumentException e) {
        throw new InputException(
            "Cannot read %s: %s. Check the path and its permissions.".formatted(path, firstLine(e)),
            e);
      }
    }
    if (found.isEmpty()) {
      throw new InputException(
          "Cannot find articles in %s: %s. Name files that end in %s (also .gz or .bz2), or say --format."
              .formatted(
                  String.join(", ", paths),
                  ignored == 0
                      ? "there are no files"
                      : "none of the " + ignored + " files has a known ending",
                  ArticleFormat.allEndings()));
    }
    return new InputFiles(List.copyOf(found.values()), ignored);
  }

  private static long add(
      TreeMap<String, InputFile> found,
      String path,
      Optional<ArticleFormat> override,
      Configuration hadoop)
      throws IOException {
    var root = new Path(path);
    FileSystem fs = root.getFileSystem(hadoop);
    FileStatus[] matches = fs.globStatus(root);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("no such file or folder");
    }
    long ignored = 0;
    for (FileStatus match : matches) {
      if (match.isFile()) {
        put(found, match, formatOfNamedFile(match.getPath(), override));
      } else {
        ignored += addFolder(found, match.getPath(), override, fs);
      }
    }
    return ignored;
  }

  private static ArticleFormat formatOfNamedFile(Path file, Optional<ArticleFormat> override) {
    return override
        .or(() -> ArticleFormat.ofFileName(file.getName()))
        .orElseThrow(
            () ->
                new InputException(
                    "Cannot read %s: its ending is none of %s. Say what it is with --format."
                        .formatted(file, ArticleFormat.allEndings())));
  }

  /**
   * Adds what is in a folder, folder by folder: Hadoop's own recursive listing asks for the owner
   * of each file, for which it starts a process each on this machine's files.
   */
  private static long addFolder(
      TreeMap<String, InputFile> found,
      Path folder,
      Optional<ArticleFormat> override,
      FileSystem fs)
      throws IOException {
    long ignored = 0;
    RemoteIterator<FileStatus> children = fs.listStatusIterator(folder);
    while (children.hasNext()) {
      FileStatus child = children.next();
      String name = child.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      Optional<ArticleFormat> format = override.or(() -> ArticleFormat.ofFileName(name));
      if (child.isDirectory()) {
        ignored += addFolder(found, child.getPath(), override, fs);
      } else if (format.isPresent()) {
        put(found, child, format.get());
      } else {
        ignored++;
      }
    }
    return ignored;
  }

  private static void put(TreeMap<String, InputFile> found, FileStatus file, ArticleFormat format) {
    String path = file.getPath().toString();
    found.put(path, new InputFile(path, file.getLen(), file.getModificationTime(), format));
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  /** The paths of one format, sorted. */
  public List<String> paths(ArticleFormat format) {
    return files(format).stream().map(InputFile::path).toList();
  }

  /** The files of one format, sorted by path. */
  public List<InputFile> files(ArticleFormat format) {
    return files.stream().filter(f -> f.format() == format).toList();
  }

  /** The size of all files together. */
  public long bytes() {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /** SHA-256 over path, size and time of each file: the same exactly when the input is the same. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (InputFile file : files) {
        String line = file.path() + "\t" + file.bytes() + "\t" + file.modified() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
