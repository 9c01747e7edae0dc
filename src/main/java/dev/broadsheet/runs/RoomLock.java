package dev.broadsheet.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.fs.StreamCapabilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of a file system that renames atomically, as HDFS does: a folder with a room in it that
 * is called like nothing else. It is made aside and taken by renaming it to the lock's name, which
 * one can do only; a folder without a room is nobody's. Taking over renames the room away. As
 * {@code CURRENT} is written in the room and renamed out of it, who was taken over cannot move it
 * any more, however late he wakes: nothing is between the look at the lock and the move.
 *
 * <p>The holder writes a file in his room every minute; one that is ten minutes older than what the
 * taker just wrote, by the clock of the file system and of no other machine, belongs to a dead run.
 */
final class RoomLock implements Storage.Lock {
  static final Duration DEAD = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(RoomLock.class);
  private static final String HOLDER = "holder";

  /** Another may bury the dead, or die himself, between a look and what follows from it. */
  private static final int ATTEMPTS = 5;

  private final FileSystem fs;
  private final FileContext renames;
  private final Path root;
  private final Path lock;
  private final String id = UUID.randomUUID().toString();
  private final String holder;
  private boolean tookOver;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(RoomLock::daemon);

  private RoomLock(FileSystem fs, Configuration hadoop, Path root, String file, String holder)
      throws IOException {
    this.fs = fs;
    this.renames = FileContext.getFileContext(fs.getUri(), hadoop);
    this.root = root;
    this.lock = new Path(root, file);
    this.holder = holder;
  }

  /** Takes the lock; empty if another holds it. */
  static Optional<Storage.Lock> take(
      FileSystem fs, Configuration hadoop, Path root, String file, String holder)
      throws IOException {
    var lock = new RoomLock(fs, hadoop, root, file, holder);
    if (!lock.take()) {
      return Optional.empty();
    }
    lock.heart.scheduleAtFixedRate(
        lock::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    return Optional.of(lock);
  }

  /** What the holder of a lock says of himself. */
  static Optional<String> holder(FileSystem fs, Path lock) throws IOException {
    Optional<FileStatus> room = room(fs, lock);
    if (room.isEmpty()) {
      return Optional.empty();
    }
    try (var in = fs.open(new Path(room.get().getPath(), HOLDER))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private boolean take() throws IOException {
    Path aside = lock.suffix("." + id);
    fs.mkdirs(new Path(aside, id));
    try {
      write(new Path(new Path(aside, id), HOLDER), holder);
      long now = fs.getFileStatus(new Path(new Path(aside, id), HOLDER)).getModificationTime();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (rename(aside, lock) && isHeld()) {
          return true;
        }
        if (!clear(now)) {
          return false;
        }
      }
      return false;
    } finally {
      fs.delete(aside, true);
    }
  }

  /** Removes a lock that nobody holds; false if somebody does. */
  private boolean clear(long now) throws IOException {
    Optional<FileStatus> room = room(fs, lock);
    if (room.isPresent()) {
      if (now - lastSign(room.get()) <= DEAD.toMillis()) {
        return false;
      }
      Path grave = lock.suffix("." + UUID.randomUUID());
      tookOver |= rename(room.get().getPath(), grave);
      fs.delete(grave, true);
    }
    try {
      fs.delete(lock, false);
    } catch (PathIsNotEmptyDirectoryException e) {
      LOG.debug("{} is another's by now", lock);
    }
    return true;
  }

  private static Optional<FileStatus> room(FileSystem fs, Path lock) throws IOException {
    try {
      FileStatus[] rooms = fs.listStatus(lock);
      return rooms.length == 0 ? Optional.empty() : Optional.of(rooms[0]);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private long lastSign(FileStatus room) throws IOException {
    try {
      return fs.getFileStatus(new Path(room.getPath(), HOLDER)).getModificationTime();
    } catch (FileNotFoundException | ParentNotDirectoryException e) {
      return room.getModificationTime();
    }
  }

  private boolean rename(Path from, Path to, Options.Rename... options) throws IOException {
    try {
      renames.rename(from, to, options);
      return true;
    } catch (FileAlreadyExistsException | FileNotFoundException e) {
      return false;
    }
  }

  private Path own(String file) {
    return new Path(new Path(lock, id), file);
  }

  /** Fails where the folder is not there, rather than make it. */
  private void write(Path file, String text) throws IOException {
    try (var out =
        fs.createNonRecursive(
            file, true, 4096, fs.getDefaultReplication(file), fs.getDefaultBlockSize(file), null)) {
      write(out, text);
    }
  }

  /** Writes and, where that is possible, as on HDFS, waits until it is on the disks. */
  static void write(FSDataOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    if (out.hasCapability(StreamCapabilities.HSYNC)) {
      out.hsync();
    }
  }

  @Override
  public boolean isHeld() throws IOException {
    return fs.exists(new Path(lock, id));
  }

  @Override
  public boolean tookOver() {
    return tookOver;
  }

  @Override
  public boolean write(String file, String text) throws IOException {
    try {
      write(own(file), text);
    } catch (FileNotFoundException e) {
      return false;
    }
    return rename(own(file), new Path(root, file), Options.Rename.OVERWRITE);
  }

  private void beat() {
    try {
      write(own(HOLDER), holder);
    } catch (FileNotFoundException e) {
      LOG.warn("The lock {} is another run's by now.", lock);
    } catch (IOException e) {
      // An exception would be the end of all beats.
      LOG.warn("Cannot refresh the lock {}, trying again in a minute.", lock, e);
    }
  }

  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    fs.delete(new Path(lock, id), true);
    clear(Long.MIN_VALUE / 2);
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "broadsheet-lock");
    thread.setDaemon(true);
    return thread;
  }
}
