package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.topics.FitMemory;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorsTest {
  private static final int CORES = 8;
  private static final int EXECUTORS = 2;

  private static Optional<Executors> of(String master, String... settings) {
    var conf = new SparkConf(false).set("spark.master", master);
    for (String setting : settings) {
      conf.set(setting.split("=")[0], setting.split("=")[1]);
    }
    return Executors.of(conf, CORES, EXECUTORS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[2]", "local[*]", "local[2,4]"})
  void onOneMachineThereAreNone(String master) {
    assertThat(of(master)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"yarn,1", "k8s://https://host:443,1", "spark://host:7077,4"})
  void whereNothingIsSaidOfCoresTheyAreTheManagersDefault(String master, int tasks) {
    assertThat(of(master)).contains(new Executors(1L << 30, tasks));
  }

  @Test
  void memoryAndCoresAreWhatTheOperatorSays() {
    assertThat(of("yarn", "spark.executor.memory=2560m", "spark.executor.cores=6"))
        .contains(new Executors(2560L << 20, 6));
    assertThat(of("yarn", "spark.executor.cores=6", "spark.task.cpus=4"))
        .contains(new Executors(1L << 30, 1));
  }

  @Test
  void topicsThatAreTooManyForAnExecutorAreRefusedWithTheNumbers() {
    Executors executors = of("yarn", "spark.executor.cores=2").orElseThrow();
    assertThatThrownBy(() -> Memory.check(needed(300), 300, executors))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "Cannot find 300 topics over 50,000 terms: that needs 970 MB in each executor, which runs 2 tasks at a time, and of its heap of 1,024 MB only 724 MB are free. Give executors 1,270 MB (--executor-memory of spark-submit) or fewer cores (--executor-cores), or say --topics 216, or --vocabulary 37345.");
    assertThatThrownBy(() -> Memory.check(needed(217), 217, executors))
        .isInstanceOf(ConfigException.class);
    assertThatCode(() -> Memory.check(needed(216), 216, executors)).doesNotThrowAnyException();
  }

  private static FitMemory needed(int topics) {
    return FitMemory.ofExecutor(50_000, topics, 0, 200_000, 20_000_000, 2);
  }
}
