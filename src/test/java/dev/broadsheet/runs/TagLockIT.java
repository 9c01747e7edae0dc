package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock and {@code CURRENT} on a server that speaks S3. */
@Tag("heavy")
class TagLockIT {
  @TempDir static Path folder;
  private static S3Server server;
  private static FileSystem fs;

  @BeforeAll
  static void startServer() throws IOException {
    server = new S3Server(folder);
    var hadoop = new Configuration();
    server.settings().forEach(hadoop::set);
    fs =
        FileSystem.newInstance(
            new org.apache.hadoop.fs.Path("s3a://" + S3Server.BUCKET).toUri(), hadoop);
  }

  @AfterAll
  static void stopServer() throws IOException {
    fs.close();
    server.close();
  }

  private static org.apache.hadoop.fs.Path root(String name) {
    return new org.apache.hadoop.fs.Path("s3a://" + S3Server.BUCKET + "/" + name);
  }

  private static Optional<Storage.Lock> take(String root, String holder, Duration dead) {
    try {
      return TagLock.take(fs, root(root), ".lock", holder, dead);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(String root, String file) throws IOException {
    return new ConditionalFile(fs, new org.apache.hadoop.fs.Path(root(root), file)).text();
  }

  @Test
  void ofManyWhoWantItOneGetsItAndTheNextWhenItIsLetGo() throws Exception {
    List<Storage.Lock> winners =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> take("many", "run " + i, TagLock.DEAD))
            .flatMap(Optional::stream)
            .toList();
    assertThat(winners).hasSize(1);
    assertThat(take("many", "run 8", TagLock.DEAD)).isEmpty();
    assertThat(winners.get(0).isHeld()).isTrue();
    assertThat(winners.get(0).tookOver()).isFalse();
    winners.get(0).close();
    assertThat(text("many", ".lock")).isEmpty();
    try (Storage.Lock next = take("many", "run 9", TagLock.DEAD).orElseThrow()) {
      assertThat(next.isHeld()).isTrue();
      assertThat(next.tookOver()).isFalse();
      assertThat(text("many", ".lock")).startsWith("run 9\n");
    }
  }

  @Test
  void aHolderWhoWakesLateNeitherBreaksTheLockNorPublishes() throws Exception {
    Storage.Lock late = take("late", "run 1", TagLock.DEAD).orElseThrow();
    assertThat(late.write("CURRENT", "1\n")).isTrue();
    Storage.Lock taker = take("late", "run 2", Duration.ZERO).orElseThrow();
    assertThat(taker.tookOver()).isTrue();
    assertThat(late.isHeld()).isFalse();
    assertThat(late.write("CURRENT", "late\n")).isFalse();
    late.close();
    assertThat(text("late", ".lock")).startsWith("run 2\n");
    assertThat(taker.isHeld()).isTrue();
    assertThat(taker.write("CURRENT", "2\n")).isTrue();
    assertThat(text("late", "CURRENT")).isEqualTo("2\n");
    taker.close();
  }

  @Test
  void aFileThatAnotherWroteSinceTheLookIsNotOverwritten() throws IOException {
    var file = new ConditionalFile(fs, new org.apache.hadoop.fs.Path(root("files"), "CURRENT"));
    assertThat(file.tag()).isEqualTo(ConditionalFile.NONE);
    assertThat(file.write(ConditionalFile.NONE, "first")).isTrue();
    assertThat(file.write(ConditionalFile.NONE, "first again")).isFalse();
    String seen = file.tag();
    assertThat(file.write(seen, "second")).isTrue();
    assertThat(file.write(seen, "third")).isFalse();
    assertThat(file.text()).isEqualTo("second");
    fs.delete(file.path(), false);
    assertThat(file.write(seen, "fourth")).isFalse();
    assertThat(file.text()).isEmpty();
  }
}
