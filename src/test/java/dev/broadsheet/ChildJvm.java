package dev.broadsheet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A Java program in a JVM of its own, with Spark on its class path and ours in the packaged jar.
 */
final class ChildJvm {
  private static final List<String> OURS =
      List.of("lucene", "picocli", "opennlp", "test-classes", "target/classes", "broadsheet");

  /** Short runs of much code: compiling it well costs more than it saves. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC");

  /** Shorter runs: a fifth of such a start is the proof that classes are sound. */
  static final List<String> UNVERIFIED =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

  private final ProcessBuilder builder;

  private ChildJvm(List<String> command) {
    builder = new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** The jar that is shipped. */
  static Path jar() {
    return Path.of(System.getProperty("broadsheet.jar"));
  }

  /** Spark's jars, without ours and without the libraries that are in our jar. */
  static String sparkClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> OURS.stream().noneMatch(path::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A program with Spark's module options. */
  static ChildJvm java(String classPath, Object... arguments) {
    return java(Path.of(System.getProperty("java.home"), "bin", "java"), classPath, arguments);
  }

  /** The same with another Java. */
  static ChildJvm java(Path java, String classPath, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Xmx1g");
    command.addAll(QUICK_START);
    command.add("-Dspark.executor.extraJavaOptions=" + String.join(" ", QUICK_START));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    if (!classPath.isEmpty()) {
      command.add("-cp");
      command.add(classPath);
    }
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    return new ChildJvm(command);
  }

  /**
   * The java of a JDK that lies beside the one of the tests, or that {@code JAVA21} names; the test
   * is skipped where there is none such.
   */
  static Path jdk(IntPredicate feature) {
    Path beside = Path.of(System.getProperty("java.home")).toAbsolutePath().getParent();
    Stream<Path> named = Stream.ofNullable(System.getenv("JAVA21")).map(Path::of);
    try (Stream<Path> homes = Files.list(beside)) {
      Optional<Path> java =
          Stream.concat(named, homes)
              .filter(home -> version(home).stream().anyMatch(feature))
              .map(home -> home.resolve("bin").resolve("java"))
              .filter(Files::isExecutable)
              .sorted()
              .findFirst();
      if (java.isEmpty()) {
        System.out.println(
            "There is no such JDK in %s, nor where JAVA21 points, so a test is skipped."
                .formatted(beside));
      }
      assumeTrue(java.isPresent());
      return java.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OptionalInt version(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .mapToInt(line -> Runtime.Version.parse(line.split("\"")[1]).feature())
          .findFirst();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** Another program than Java, which is to find Java and Spark itself. */
  static ChildJvm program(Path program, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    var child = new ChildJvm(command);
    child.builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    child.builder.environment().remove("SPARK_HOME");
    return child;
  }

  /** Gives it what the executors of local-cluster[…] need. */
  ChildJvm withExecutors() throws IOException {
    Path sparkHome = Files.createTempDirectory("spark-home");
    Files.createDirectories(sparkHome.resolve("jars"));
    return with("SPARK_HOME", sparkHome.toString())
        .with("SPARK_SCALA_VERSION", "2.13")
        .with("SPARK_LOCAL_IP", "127.0.0.1")
        .with("SPARK_DIST_CLASSPATH", sparkClassPath());
  }

  ChildJvm with(String variable, String value) {
    builder.environment().put(variable, value);
    return this;
  }

  /** Starts it, to go on while the test does; what it prints is in a file. */
  RunningProgram start(Path log) throws IOException {
    return new RunningProgram(builder.redirectOutput(log.toFile()).start(), log);
  }

  /** What it printed, and its exit code. */
  record Ended(int code, String printed) {}

  /** Runs it to its end. */
  Ended run() {
    return runUntil(line -> false, Process::destroyForcibly);
  }

  /** Runs it until it prints such a line, and does there and then what is to end it. */
  Ended runUntil(Predicate<String> deathSentence, Consumer<Process> end) {
    var running = new AtomicBoolean(true);
    return hearing(
        (line, process) -> {
          if (running.get() && deathSentence.test(line)) {
            running.set(false);
            end.accept(process);
          }
        });
  }

  /** Runs it to its end, and does something at each line that it prints. */
  Ended hearing(BiConsumer<String, Process> listener) {
    try {
      Process process = builder.start();
      var printed = new StringBuilder();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          printed.append(line).append('\n');
          listener.accept(line, process);
        }
      }
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after five minutes:\n" + printed);
      }
      return new Ended(process.exitValue(), printed.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
