package dev.broadsheet.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of HDFS or an object store. Where a rename is atomic a file is replaced by one; elsewhere
 * by one PUT, which object stores make visible at once. The configuration is Spark's, as it carries
 * the operator's {@code spark.hadoop.*}.
 *
 * <p>The lock is a {@link RoomLock} where a rename is atomic, a {@link TagLock} where a PUT can
 * have a condition. Elsewhere it is a file that only one can create and that its holder writes
 * again every minute; one that was not written for ten minutes belongs to a dead run and is taken
 * over. There a holder that was silent for that long can still move {@code CURRENT} to its run, a
 * whole one, in the instant between its last look at the lock and the move.
 */
final class HadoopStorage implements Storage {
  private static final Set<String> ATOMIC_RENAME =
      Set.of("hdfs", "viewfs", "webhdfs", "swebhdfs", "abfs", "abfss", "ofs", "o3fs");
  private static final Logger LOG = LoggerFactory.getLogger(HadoopStorage.class);
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);
  private static final Duration DEAD = Duration.ofMinutes(10);

  private final Path root;
  private final Configuration hadoop;

  HadoopStorage(String root) {
    this.root = new Path(root);
    this.hadoop = SparkHadoopUtil.get().conf();
  }

  /** Whether a path without a scheme is not a file of this machine. */
  static boolean isDefault() {
    return !FileSystem.getDefaultUri(SparkHadoopUtil.get().conf()).getScheme().equals("file");
  }

  private FileSystem fs() throws IOException {
    return root.getFileSystem(hadoop);
  }

  @Override
  public boolean copiesToRename() throws IOException {
    return !renamesAtomically() && !fs().getUri().getScheme().equals("file");
  }

  @Override
  public String path(String relative) {
    return new Path(root, relative).toString();
  }

  @Override
  public Optional<String> read(String file) throws IOException {
    return ChangingFile.read(fs(), new Path(root, file));
  }

  @Override
  public void write(String file, String text) throws IOException {
    Path target = new Path(root, file);
    if (!renamesAtomically()) {
      put(target, text, true);
      return;
    }
    Path temporary = new Path(target.getParent(), "." + target.getName() + ".tmp");
    put(temporary, text, true);
    FileContext.getFileContext(fs().getUri(), hadoop)
        .rename(temporary, target, Options.Rename.OVERWRITE);
  }

  private boolean renamesAtomically() throws IOException {
    return ATOMIC_RENAME.contains(fs().getUri().getScheme());
  }

  private void put(Path target, String text, boolean overwrite) throws IOException {
    try (var out = fs().create(target, overwrite)) {
      RoomLock.write(out, text);
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try {
      return Arrays.stream(fs().listStatus(new Path(root, folder)))
          .filter(FileStatus::isDirectory)
          .map(status -> status.getPath().getName())
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public SortedMap<String, Long> files(String folder, String ending) throws IOException {
    var files = new TreeMap<String, Long>();
    try {
      for (FileStatus status : fs().listStatus(new Path(root, folder))) {
        String name = status.getPath().getName();
        if (status.isFile() && name.endsWith(ending) && !name.startsWith(".")) {
          files.put(name, status.getLen());
        }
      }
    } catch (FileNotFoundException e) {
      // There is no folder, so no files.
    }
    return files;
  }

  @Override
  public void delete(String folder) throws IOException {
    fs().delete(new Path(root, folder), true);
  }

  @Override
  public Optional<Lock> lock(String file, String holder) throws IOException {
    if (renamesAtomically()) {
      return RoomLock.take(fs(), hadoop, root, file, holder);
    }
    if (ConditionalFile.isPossible(fs(), root)) {
      return TagLock.take(fs(), root, file, holder, TagLock.DEAD);
    }
    var lock = new Held(new Path(root, file), holder + "\n" + UUID.randomUUID());
    lock.tookOver = !lock.create();
    if (lock.tookOver && !(buryDead(lock.path) && lock.create())) {
      return Optional.empty();
    }
    lock.heart.scheduleAtFixedRate(
        lock::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    return Optional.of(lock);
  }

  @Override
  public Optional<String> holder(String lock) throws IOException {
    return renamesAtomically()
        ? RoomLock.holder(fs(), new Path(root, lock))
        : read(lock).flatMap(content -> content.lines().findFirst());
  }

  /** A lock file whose content nobody else writes. */
  private final class Held implements Lock {
    private final Path path;
    private final String content;
    private boolean tookOver;
    private final ScheduledExecutorService heart =
        Executors.newSingleThreadScheduledExecutor(HadoopStorage.this::daemon);

    Held(Path path, String content) {
      this.path = path;
      this.content = content;
    }

    private boolean create() throws IOException {
      fs().mkdirs(root);
      try {
        put(path, content, false);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } catch (IOException e) {
        if (fs().exists(path)) {
          return false;
        }
        throw e;
      }
    }

    @Override
    public boolean isHeld() throws IOException {
      return read(path.getName()).filter(content::equals).isPresent();
    }

    @Override
    public boolean tookOver() {
      return tookOver;
    }

    @Override
    public boolean write(String file, String text) throws IOException {
      if (!isHeld()) {
        return false;
      }
      HadoopStorage.this.write(file, text);
      return true;
    }

    private void beat() {
      try {
        if (isHeld()) {
          put(path, content, true);
        } else {
          LOG.warn("The lock {} is another run's by now.", path);
        }
      } catch (IOException e) {
        // An exception would be the end of all beats.
        LOG.warn("Cannot refresh the lock {}, trying again in a minute.", path, e);
      }
    }

    @Override
    public void close() throws IOException {
      heart.shutdownNow();
      if (isHeld()) {
        fs().delete(path, false);
      }
    }
  }

  private Thread daemon(Runnable task) {
    var thread = new Thread(task, "broadsheet-lock");
    thread.setDaemon(true);
    return thread;
  }

  /** Of several that find the same dead lock, one only succeeds in renaming it away. */
  private boolean buryDead(Path lock) throws IOException {
    try {
      FileStatus status = fs().getFileStatus(lock);
      long age = System.currentTimeMillis() - status.getModificationTime();
      Path grave = lock.suffix("." + UUID.randomUUID());
      return age > DEAD.toMillis() && fs().rename(lock, grave) && fs().delete(grave, false);
    } catch (FileNotFoundException e) {
      return true;
    }
  }
}
