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
    try {
      return Optional.of(Files.readString(root.resolve(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String file, String text) throws IOException {
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    try (var channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  @Override
  public SortedMap<String, Long> files(String folder, String ending) throws IOException {
    var files = new TreeMap<String, Long>();
    for (String name : list(folder)) {
      Path file = root.resolve(folder).resolve(name);
      if (name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file)) {
        files.put(name, Files.size(file));
      }
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
  public void rename(String folder, String name) throws IOException {
    Files.move(root.resolve(folder), root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Optional<Lock> lock(String file, String holder) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new Held(channel, lock));
    } catch (OverlappingFileLockException e) {
      channel.close();
      return Optional.empty();
    }
  }

  /** A lock of the operating system, which it takes from the dead. */
  private record Held(FileChannel channel, FileLock lock) implements Lock {
    @Override
    public boolean isHeld() {
      return lock.isValid();
    }

    @Override
    public void close() throws IOException {
      channel.truncate(0);
      channel.close();
    }
  }
}
