package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;

@SparkTest
class MemoryTest {
  @Test
  void aHeapThatIsFreeInPiecesIsTooSmallForArraysThatFindNoPlaceInIt() throws Exception {
    List<String> refused = inACrumbledHeap(15_000);
    assertThat(Integer.parseInt(refused.get(0))).as("by its bytes it has room").isGreaterThan(250);
    assertThat(refused.get(1))
        .matches(
            "Cannot find 100 topics over 15,000 terms: that needs 197 MB, and of the heap of 512 MB only \\d+ MB are free\\. Give the program \\d+ MB .*");
    int most = Integer.parseInt(refused.get(1).replaceAll(".*--vocabulary (\\d+)\\.", "$1"));
    assertThat(most).isLessThan(15_000);
    assertThat(inACrumbledHeap(most).get(1)).isEqualTo("fits");
  }

  private static List<String> inACrumbledHeap(int terms) throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseG1GC",
                "-XX:G1HeapRegionSize=1m",
                "-cp",
                System.getProperty("java.class.path"),
                CrumbledHeap.class.getName(),
                String.valueOf(terms))
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).as(printed).isZero();
    return printed.lines().toList();
  }

  @Test
  void whatSparkKeepsGoesToTheDiskWhereItTakesTheRoom(SparkSession spark)
      throws InterruptedException, TimeoutException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<String> kept =
        context
            .parallelize(List.of(0, 1), 2)
            .flatMap(part -> IntStream.range(0, 100_000).mapToObj(String::valueOf).iterator())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      assertThat(kept.count()).isEqualTo(200_000);
      assertThat(stored(spark, kept).memSize()).isGreaterThan(5 << 20);
      // What a task of an earlier test still reads stays for so long, and as much again.
      for (int tries = 0; tries < 100 && stored(spark, kept).memSize() > 0; tries++) {
        Memory.moveToDisk();
        Thread.sleep(tries);
      }
      assertThat(stored(spark, kept).memSize()).isZero();
      assertThat(stored(spark, kept).diskSize()).isPositive();
      assertThat(kept.distinct().count()).isEqualTo(100_000);
    } finally {
      kept.unpersist(true);
    }
  }

  /** What is stored, once Spark has heard of all that was. */
  private static RDDInfo stored(SparkSession spark, JavaRDD<?> rdd)
      throws InterruptedException, TimeoutException {
    spark.sparkContext().listenerBus().waitUntilEmpty();
    return List.of(spark.sparkContext().getRDDStorageInfo()).stream()
        .filter(info -> info.id() == rdd.id())
        .findFirst()
        .orElseThrow();
  }
}
