package dev.broadsheet.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files of this machine. The lock is the operating system's, so a killed run holds none; a file is
 * replaced by a rename, which is atomic.
 */
final class LocalStorage implements Storage {
  private final Path root;

  LocalStorage(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public String path(String relative) {
    // Not as a URI would have it: Hadoop takes %20 for the name of a file, and a blank for a blank.
    return "file://" + root.resolve(relative);
  }

  @Override
  public Optional<String> read(String file) throws IOException {
    try (var in = Files.newInputStream(root.resolve(file))) {
      return Optional.of(Storage.text(in));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String file, String text) throws IOException {
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      put(temporary, text);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceNames(target.getParent());
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static void put(Path file, String text) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      // On a disk that is nearly full a part is written, without an error before the next one.
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  @Override
  public void force(String folder) throws IOException {
    Path start = root.resolve(folder);
    if (Files.exists(start)) {
      DurableFiles.force(start, root);
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  @Override
  public SortedMap<String, Long> files(String folder, String ending) throws IOException {
    var files = new TreeMap<String, Long>();
    try (var entries = Files.newDirectoryStream(root.resolve(folder), "[!.]*" + ending)) {
      for (Path file : entries) {
        if (Files.isRegularFile(file)) {
          files.put(file.getFileName().toString(), Files.size(file));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // There is no folder, so no files.
    }
    return files;
  }

  @Override
  public void delete(String folder) throws IOException {
    Path start = root.resolve(folder);
    if (!Files.exists(start)) {
      return;
    }
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public Optional<Lock> lock(String file, String holder) throws IOException {
    Files.createDirectories(root);
    Path path = root.resolve(file);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new Held(path, inode(path), channel, lock));
    } catch (OverlappingFileLockException e) {
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public Optional<String> holder(String lock) throws IOException {
    return read(lock);
  }

  /** What tells a file from another that has its name; empty where the file system has no such. */
  private static Optional<Object> inode(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  /** A lock of the operating system, which it takes from the dead. */
  private final class Held implements Lock {
    private final Path path;
    private final Optional<Object> inode;
    private final FileChannel channel;
    private final FileLock lock;

    Held(Path path, Optional<Object> inode, FileChannel channel, FileLock lock) {
      this.path = path;
      this.inode = inode;
      this.channel = channel;
      this.lock = lock;
    }

    /** Not so where somebody has deleted the file, since others lock another by then. */
    @Override
    public boolean isHeld() throws IOException {
      return lock.isValid() && Files.exists(path) && inode(path).equals(inode);
    }

    /** The operating system gives away the locks of the dead only. */
    @Override
    public boolean tookOver() {
      return false;
    }

    @Override
    public boolean write(String file, String text) throws IOException {
      if (!isHeld()) {
        return false;
      }
      LocalStorage.this.write(file, text);
      return true;
    }

    @Override
    public void close() throws IOException {
      channel.truncate(0);
      channel.close();
    }
  }
}
