package dev.broadsheet.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock of an object store with conditional writes: a file that is only ever written by whoever
 * knows its last state, so that a holder who was taken over and wakes late changes nothing. Who
 * lets it go empties it, since stores have no conditional deletion.
 *
 * <p>The holder writes it again every minute; one that is ten minutes older than what the taker
 * just wrote, by the clock of the store, belongs to a dead run. {@code CURRENT} is written on
 * condition that it is as it was before the last look at the lock: who was taken over before that
 * look, or after it by one who has published since, does not move it.
 */
final class TagLock implements Storage.Lock {
  static final Duration DEAD = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(TagLock.class);

  private final FileSystem fs;
  private final Path root;
  private final ConditionalFile file;
  private final String content;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(TagLock::daemon);
  private boolean tookOver;
  private int beats;
  private String tag;

  private TagLock(FileSystem fs, Path root, String file, String holder) {
    this.fs = fs;
    this.root = root;
    this.file = new ConditionalFile(fs, new Path(root, file));
    this.content = holder + "\n" + UUID.randomUUID() + "\n";
  }

  /**
   * Takes the lock; empty if another holds it.
   *
   * @param dead after so long a silence its holder is taken for dead
   */
  static Optional<Storage.Lock> take(
      FileSystem fs, Path root, String file, String holder, Duration dead) throws IOException {
    var lock = new TagLock(fs, root, file, holder);
    if (!lock.take(dead)) {
      return Optional.empty();
    }
    lock.heart.scheduleAtFixedRate(
        lock::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    return Optional.of(lock);
  }

  private boolean take(Duration dead) throws IOException {
    try {
      FileStatus before = fs.getFileStatus(file.path());
      tag = ConditionalFile.tag(before);
      if (before.getLen() > 0) {
        if (storeTime() - before.getModificationTime() < dead.toMillis()) {
          return false;
        }
        tookOver = true;
      }
    } catch (FileNotFoundException e) {
      tag = ConditionalFile.NONE;
    }
    return write();
  }

  private long storeTime() throws IOException {
    Path now = file.path().suffix("." + UUID.randomUUID());
    try {
      new ConditionalFile(fs, now).write(ConditionalFile.NONE, "now");
      return fs.getFileStatus(now).getModificationTime();
    } finally {
      fs.delete(now, false);
    }
  }

  /** Each text is another, or two of its states would have one tag. */
  private synchronized boolean write() throws IOException {
    if (!file.write(tag, content + beats++)) {
      return false;
    }
    String written = file.tag();
    if (!file.text().startsWith(content)) {
      return false;
    }
    tag = written;
    return true;
  }

  private void beat() {
    try {
      if (!write()) {
        LOG.warn("The lock {} is another run's by now.", file.path());
      }
    } catch (IOException e) {
      // An exception would be the end of all beats.
      LOG.warn("Cannot refresh the lock {}, trying again in a minute.", file.path(), e);
    }
  }

  @Override
  public synchronized boolean isHeld() throws IOException {
    return file.tag().equals(tag);
  }

  @Override
  public boolean tookOver() {
    return tookOver;
  }

  @Override
  public boolean write(String name, String text) throws IOException {
    var target = new ConditionalFile(fs, new Path(root, name));
    String before = target.tag();
    return isHeld() && target.write(before, text);
  }

  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    synchronized (this) {
      if (isHeld() && !file.write(tag, "")) {
        LOG.warn("The lock {} is another run's by now.", file.path());
      }
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "broadsheet-lock");
    thread.setDaemon(true);
    return thread;
  }
}
