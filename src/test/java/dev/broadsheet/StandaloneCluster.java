package dev.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Spark's standalone cluster on this machine: a master and workers, each a process, which start
 * executors and, in cluster mode, drivers as further processes.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final RunningProgram master;
  private final List<RunningProgram> workers = new ArrayList<>();
  private final String url;

  /** Starts one, with its logs in a folder, and waits until all workers have registered. */
  StandaloneCluster(Path folder, int workers) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.master =
        ChildJvm.java(
                ChildJvm.sparkClassPath(),
                "-Dspark.master.rest.enabled=false",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                0,
                "--webui-port",
                0)
            .withExecutors()
            .start(folder.resolve("master.log"));
    this.url = master.printed("Starting Spark master at (spark://\\S+)").group(1);
    for (int i = 0; i < workers; i++) {
      this.workers.add(worker("worker" + i));
    }
    for (RunningProgram worker : this.workers) {
      worker.printed("Successfully registered with master");
    }
  }

  private RunningProgram worker(String name) throws IOException {
    return ChildJvm.java(
            ChildJvm.sparkClassPath(),
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            HOST,
            "--webui-port",
            0,
            "--cores",
            2,
            "--memory",
            "4g",
            "--work-dir",
            work().resolve(name),
            url)
        .withExecutors()
        .start(folder.resolve(name + ".log"));
  }

  private Path work() {
    return folder.resolve("work");
  }

  /** As the product advises for cluster mode, where workers start drivers without these options. */
  ChildJvm submitDriver(Object... arguments) throws IOException {
    Stream<Object> options =
        Stream.of(
            "--driver-memory",
            "2g",
            "--driver-java-options",
            "-XX:TieredStopAtLevel=1 " + JavaModuleOptions.defaultModuleOptions());
    return submit("cluster", Stream.concat(options, Stream.of(arguments)).toArray());
  }

  /** The program of spark-submit, with an executor of one core on each worker. */
  ChildJvm submit(String deployMode, Object... arguments) throws IOException {
    Stream<Object> options =
        Stream.of(
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            url,
            "--deploy-mode",
            deployMode,
            "--driver-memory",
            "1g",
            "--executor-memory",
            "1g",
            "--executor-cores",
            1,
            "--total-executor-cores",
            workers.size(),
            "--conf",
            "spark.ui.enabled=false",
            // Without it spark-submit ends when the driver has begun.
            "--conf",
            "spark.standalone.submit.waitAppCompletion=true");
    return ChildJvm.java(
            ChildJvm.sparkClassPath(), Stream.concat(options, Stream.of(arguments)).toArray())
        .withExecutors();
  }

  /** The executors that are alive, as processes. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(worker -> worker.process().descendants())
        .filter(StandaloneCluster::isExecutor)
        .toList();
  }

  /** Java itself does not tell command lines as long as those with a class path. */
  private static boolean isExecutor(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains("CoarseGrainedExecutorBackend");
    } catch (IOException e) {
      // It has ended.
      return false;
    }
  }

  /** What the driver of cluster mode prints to standard error, once it was started. */
  Path driverLog() throws IOException {
    while (true) {
      try (Stream<Path> files = Files.walk(work())) {
        var log =
            files
                .filter(file -> file.endsWith("stderr"))
                .filter(file -> file.getParent().getFileName().toString().startsWith("driver-"))
                .findFirst();
        if (log.isPresent()) {
          return log.get();
        }
      }
      RunningProgram.pause();
    }
  }

  @Override
  public void close() {
    workers.forEach(RunningProgram::close);
    master.close();
  }
}
