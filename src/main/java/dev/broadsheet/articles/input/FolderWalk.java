package dev.broadsheet.articles.input;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of folders to any depth, each once. On this machine's file system symbolic links are
 * followed after all else, and only to what has not been listed: they may lead in circles. What is
 * neither file nor folder, such as a pipe, from which nobody may ever read, is left out.
 */
final class FolderWalk {
  /** Jekyll keeps what is published in a folder of this name. */
  private static final String POSTS = "_posts";

  private final FileSystem fs;
  private final boolean local;
  private final Consumer<FileStatus> files;
  private final Consumer<FileStatus> others;
  private final Consumer<Path> hidden;
  private final Set<java.nio.file.Path> folders = new HashSet<>();
  private final Set<java.nio.file.Path> targets = new HashSet<>();
  private final TreeSet<FileStatus> links =
      new TreeSet<>(Comparator.comparing(FileStatus::getPath));

  /**
   * A walk.
   *
   * @param files gets every file whose name does not begin with {@code .} or {@code _}
   * @param others gets what is no file
   * @param hidden gets the folders, and the files of a known ending, whose names begin so
   */
  FolderWalk(
      FileSystem fs,
      Consumer<FileStatus> files,
      Consumer<FileStatus> others,
      Consumer<Path> hidden) {
    this.fs = fs;
    this.local = fs.getUri().getScheme().equals("file");
    this.files = files;
    this.others = others;
    this.hidden = hidden;
  }

  /** Lists a folder. */
  void list(Path folder) throws IOException {
    enter(folder);
    while (!links.isEmpty()) {
      follow(links.pollFirst());
    }
  }

  /**
   * Goes folder by folder: Hadoop's own recursive listing asks for the owner of each file, for
   * which it starts a process each on this machine's files.
   */
  private void enter(Path folder) throws IOException {
    if (local) {
      if (!folders.add(onDisk(folder).toRealPath())) {
        return;
      }
      refuseNamesThatJavaCannotTell(onDisk(folder));
    }
    RemoteIterator<FileStatus> children = fs.listStatusIterator(folder);
    while (children.hasNext()) {
      FileStatus child = children.next();
      TableFolder.refuse(folder, child);
      if (isHidden(child.getPath().getName())) {
        if (child.isDirectory()
            || ArticleFormat.ofFileName(child.getPath().getName()).isPresent()) {
          hidden.accept(child.getPath());
        }
        continue;
      }
      if (local && isOdd(child)) {
        continue;
      }
      if (child.isDirectory()) {
        enter(child.getPath());
      } else {
        files.accept(child);
      }
    }
  }

  /** Hadoop leaves out in silence what it cannot find again by its name. */
  private static void refuseNamesThatJavaCannotTell(java.nio.file.Path folder) throws IOException {
    try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(folder)) {
      for (java.nio.file.Path entry : entries) {
        if (!isHidden(entry.getFileName().toString()) && !isFoundByName(entry)) {
          throw new InputException(
              "Cannot read %s: its name is not in the characters of this process (%s). Set LC_ALL=C.UTF-8, or rename it."
                  .formatted(entry, System.getProperty("sun.jnu.encoding")));
        }
      }
    }
  }

  private static boolean isFoundByName(java.nio.file.Path entry) {
    try {
      return entry.equals(java.nio.file.Path.of(entry.toString()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Takes links, and what is no file. */
  private boolean isOdd(FileStatus child) throws IOException {
    var kind =
        Files.readAttributes(
            onDisk(child.getPath()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (kind.isSymbolicLink()) {
      links.add(child);
    } else if (kind.isOther()) {
      others.accept(child);
    }
    return kind.isSymbolicLink() || kind.isOther();
  }

  private void follow(FileStatus link) throws IOException {
    java.nio.file.Path target = onDisk(link.getPath()).toRealPath();
    if (link.isDirectory()) {
      enter(link.getPath());
    } else if (!Files.isRegularFile(target)) {
      others.accept(link);
    } else if (!isListed(target) && targets.add(target)) {
      files.accept(link);
    }
  }

  private boolean isListed(java.nio.file.Path file) {
    return folders.contains(file.getParent()) && !isHidden(file.getFileName().toString());
  }

  /** Whether a file or folder of this name is left out. */
  static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_") && !name.equals(POSTS);
  }

  private static java.nio.file.Path onDisk(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
