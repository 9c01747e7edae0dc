package dev.broadsheet.articles.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of an input, each once, in the order of their paths. Folders are searched to any depth;
 * files whose names begin with {@code .} or {@code _} are left out; files in a folder whose ending
 * is no format's, texts named README and the like, and what {@link MarkdownBeside} leaves, are
 * counted as {@code ignored}. A file that symbolic links lead to is read once. A zip archive is a
 * folder.
 *
 * @param files what will be read
 * @param ignored how many files in the folders are not articles by their ending
 * @param pages how many of these are pages of HTML
 */
public record InputFiles(List<InputFile> files, long ignored, long pages) {
  /** Texts that tell about the files beside them. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)(?:read[_-]?me|licen[cs]e|copying|citation|changelog)\\b.*\\.(?:txt|md|markdown)");

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
    var others = new UnreadFiles();
    for (String path : paths) {
      try {
        add(found, others, path, override, hadoop);
      } catch (IOException | IllegalArgumentException e) {
        throw new InputException(
            "Cannot read %s: %s. Check the path and its permissions.".formatted(path, firstLine(e)),
            e);
      }
    }
    if (override.isEmpty() && paths.stream().noneMatch(InputFiles::isOfFormat)) {
      MarkdownBeside.leaveOne(found, others);
    }
    if (found.isEmpty()) {
      throw new InputException(
          "Cannot find articles in %s: %s. Name files that end in %s (also .gz, .bz2, .xz or .zst, or in a .zip), or say --format."
              .formatted(
                  String.join(", ", paths), others.described(hadoop), ArticleFormat.allEndings()));
    }
    return new InputFiles(List.copyOf(found.values()), others.count(), others.pages());
  }

  private static boolean isOfFormat(String path) {
    return ArticleFormat.ofFileName(path).isPresent();
  }

  /**
   * The same without what is in a folder, which is counted as ignored: a run does not read what
   * runs before it have written.
   *
   * @throws InputException if nothing is left
   */
  public InputFiles outside(String folder, Configuration hadoop) {
    var path = new Path(folder);
    String within;
    try {
      within = path.getFileSystem(hadoop).makeQualified(path) + Path.SEPARATOR;
    } catch (IOException e) {
      // Of a file system that cannot be reached there is no input.
      return this;
    }
    List<InputFile> left = files.stream().filter(file -> !file.path().startsWith(within)).toList();
    if (left.isEmpty()) {
      throw new InputException(
          "Cannot read the input: all of it is in %s, which is what runs have written. Name another --input or --output."
              .formatted(folder));
    }
    return new InputFiles(left, ignored + files.size() - left.size(), pages);
  }

  private static void add(
      TreeMap<String, InputFile> found,
      UnreadFiles others,
      String path,
      Optional<ArticleFormat> override,
      Configuration hadoop)
      throws IOException {
    var root = new Path(path);
    FileSystem fs = root.getFileSystem(hadoop);
    FileStatus[] matches = fs.globStatus(root);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("no such file or folder" + NearestPath.to(root, fs));
    }
    boolean named = matches.length == 1 && matches[0].getPath().getName().equals(root.getName());
    var walk =
        new FolderWalk(
            fs,
            file -> putIfKnown(found, others, file, override, hadoop),
            others::add,
            others::addHidden);
    for (FileStatus match : matches) {
      if (match.isDirectory()) {
        walk.list(match.getPath());
      } else if (ZipFiles.isArchive(match.getPath().getName())) {
        putIfKnown(found, others, match, override, hadoop);
      } else if (named) {
        put(found, match, formatOfNamedFile(match.getPath(), override, hadoop));
      } else {
        putIfKnown(found, others, match, override, hadoop);
      }
    }
  }

  private static void putIfKnown(
      TreeMap<String, InputFile> found,
      UnreadFiles others,
      FileStatus file,
      Optional<ArticleFormat> override,
      Configuration hadoop) {
    String name = file.getPath().getName();
    if (ZipFiles.isArchive(name) && !ZipFiles.isInside(file.getPath())) {
      ZipFiles.list(file, others, hadoop)
          .forEach(inside -> putIfKnown(found, others, inside, override, hadoop));
      return;
    }
    override
        .filter(format -> !ZipFiles.isArchive(name))
        .or(() -> ArticleFormat.ofFileName(name))
        .filter(format -> !ABOUT.matcher(name).matches())
        .ifPresentOrElse(format -> put(found, file, format), () -> others.add(file));
  }

  private static ArticleFormat formatOfNamedFile(
      Path file, Optional<ArticleFormat> override, Configuration hadoop) {
    return override
        .or(() -> ArticleFormat.ofFileName(file.getName()))
        .orElseThrow(
            () ->
                new InputException(
                    OtherFormat.ofEnding(ArticleFormat.ending(file.getName()))
                        .map(other -> "Cannot read %s: it is %s.".formatted(file, other.advice()))
                        .orElse(
                            "Cannot read %s: its ending is none of %s. Say what it is with --format%s."
                                .formatted(
                                    file,
                                    ArticleFormat.allEndings(),
                                    UnreadFiles.looks(file, hadoop)
                                        .map("; "::concat)
                                        .orElse("")))));
  }

  private static void put(TreeMap<String, InputFile> found, FileStatus file, ArticleFormat format) {
    String path = file.getPath().toString();
    found.put(path, new InputFile(path, file.getLen(), file.getModificationTime(), format));
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  /**
   * Refuses what was read while something wrote to it; files that are new since are another run's.
   *
   * @param paths as {@link #list} took them, to look again
   * @throws InputException if a file is gone or not the same
   */
  public void refuseChanged(
      List<String> paths, Optional<ArticleFormat> override, Configuration hadoop) {
    Map<String, InputFile> now = new TreeMap<>();
    try {
      list(paths, override, hadoop).files().forEach(file -> now.put(file.path(), file));
    } catch (InputException e) {
      // They are all gone.
    }
    List<InputFile> changed = files.stream().filter(f -> !f.equals(now.get(f.path()))).toList();
    if (changed.isEmpty()) {
      return;
    }
    InputFile first = changed.get(0);
    throw new InputException(
        "Cannot trust the input: %s %s while it was read%s. Run again when nothing writes to it."
            .formatted(
                first.path(),
                now.containsKey(first.path()) ? "changed" : "vanished",
                changed.size() == 1
                    ? ""
                    : ", and so did %,d others".formatted(changed.size() - 1)));
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
