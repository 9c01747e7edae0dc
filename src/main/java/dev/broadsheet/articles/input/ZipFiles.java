package dev.broadsheet.articles.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The files in zip archives, as a file system that is only read: each has a path of its own, {@code
 * zip://file/news/2024.zip!/march/5.json} in {@code file:/news/2024.zip}, {@code
 * zip://hdfs-host:9000/2024.zip!/5.json} in {@code hdfs://host:9000/2024.zip}, so that all readers
 * take them for files, Spark's own too. Nothing is unpacked to a disk.
 */
public final class ZipFiles extends FileSystem {
  private static final String SCHEME = "zip";
  private static final String INSIDE = "!/";
  private static final Pattern ARCHIVE = Pattern.compile("(?i)\\.zip(?=!/)");
  private static final int DIRECTORIES = 4;
  private static final int BLOCK = 128 << 20;

  private final Map<Path, ZipDirectory> directories =
      new LinkedHashMap<>(DIRECTORIES, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ZipDirectory> eldest) {
          return size() > DIRECTORIES;
        }
      };

  private URI uri;
  private Path working = new Path("/");

  /** Whether a name is that of a zip archive. */
  static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Whether a path is that of a file in an archive. */
  static boolean isInside(Path path) {
    return SCHEME.equals(path.toUri().getScheme());
  }

  /**
   * The files in an archive; from here on this configuration knows how to read them. Those whose
   * names, or whose folders' names, begin with {@code .} or {@code _} are left out, as elsewhere.
   *
   * @param others gets the names of such folders
   * @throws InputException if one of them cannot be read
   */
  static List<FileStatus> list(FileStatus archive, UnreadFiles others, Configuration hadoop) {
    hadoop.setClass("fs.zip.impl", ZipFiles.class, FileSystem.class);
    URI outer = archive.getPath().toUri();
    String authority =
        outer.getScheme() + (outer.getAuthority() == null ? "" : "-" + outer.getAuthority());
    var root = new Path(SCHEME, authority, outer.getPath());
    return directory(archive, hadoop).files().stream()
        .filter(file -> isSeen(file.name(), others))
        .map(
            file ->
                status(
                    file,
                    new Path(SCHEME, authority, root.toUri().getPath() + INSIDE + file.name()),
                    archive))
        .toList();
  }

  private static ZipDirectory directory(FileStatus archive, Configuration hadoop) {
    try {
      return ZipDirectory.of(archive, PlainFiles.of(archive.getPath(), hadoop));
    } catch (IOException e) {
      throw InputException.unreadable(archive.getPath().toString(), e);
    }
  }

  private static boolean isSeen(String name, UnreadFiles others) {
    var path = new Path("/" + name);
    boolean seen = !FolderWalk.isHidden(path.getName());
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (FolderWalk.isHidden(folder.getName())) {
        others.addHidden(folder);
        seen = false;
      }
    }
    return seen;
  }

  /** A path as people know it: {@code file:/news/2024.zip!/march/5.json}. */
  public static String shown(String path) {
    return path.startsWith(SCHEME + "://")
        ? path.replaceFirst("^zip://([^-/]+)-", "$1://").replaceFirst("^zip://([^-/]+)/", "$1:/")
        : path;
  }

  @Override
  public void initialize(URI name, Configuration hadoop) throws IOException {
    super.initialize(name, hadoop);
    uri = URI.create(SCHEME + "://" + name.getRawAuthority());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return uri;
  }

  private static FileStatus status(ZipDirectory.File file, Path path, FileStatus archive) {
    return new FileStatus(file.bytes(), false, 1, BLOCK, archive.getModificationTime(), path);
  }

  private FileStatus archive(Path path) throws IOException {
    String[] scheme = uri.getAuthority().split("-", 2);
    String whole = path.toUri().getPath();
    Matcher end = ARCHIVE.matcher(whole);
    if (!end.find()) {
      throw new FileNotFoundException(path + ": no zip archive");
    }
    var archive =
        new Path(scheme[0], scheme.length > 1 ? scheme[1] : null, whole.substring(0, end.end()));
    return archive.getFileSystem(getConf()).getFileStatus(archive);
  }

  private ZipDirectory.File file(Path path, FileStatus archive) throws IOException {
    ZipDirectory directory;
    synchronized (directories) {
      directory = directories.get(archive.getPath());
      if (directory == null || !directory.isOf(archive)) {
        directory = ZipDirectory.of(archive, PlainFiles.of(archive.getPath(), getConf()));
        directories.put(archive.getPath(), directory);
      }
    }
    String name =
        path.toUri()
            .getPath()
            .substring(archive.getPath().toUri().getPath().length() + INSIDE.length());
    return directory
        .file(name)
        .orElseThrow(() -> new FileNotFoundException(shown(path.toString())));
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    FileStatus archive = archive(path);
    return new FSDataInputStream(
        new ZippedInput(
            PlainFiles.of(archive.getPath(), getConf()), archive.getPath(), file(path, archive)));
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    FileStatus archive = archive(path);
    return status(file(path, archive), path, archive);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return new FileStatus[] {getFileStatus(path)};
  }

  @Override
  public void setWorkingDirectory(Path path) {
    working = path;
  }

  @Override
  public Path getWorkingDirectory() {
    return working;
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress) {
    throw onlyRead();
  }

  @Override
  public FSDataOutputStream append(Path path, int buffer, Progressable progress) {
    throw onlyRead();
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw onlyRead();
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    throw onlyRead();
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    throw onlyRead();
  }

  private static UnsupportedOperationException onlyRead() {
    return new UnsupportedOperationException("zip archives are only read");
  }
}
