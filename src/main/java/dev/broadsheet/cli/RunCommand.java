package dev.broadsheet.cli;

import dev.broadsheet.job.NightlyJob;
import dev.broadsheet.job.RunResult;
import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.job.config.JobConfig;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code run}: read, model, summarise, audit, publish. */
final class RunCommand implements Command {
  private static final String PRINT_CONFIG = "--print-config";

  private static final Clock CLOCK = Clock.systemUTC();

  private final PrintStream out;
  private final PrintStream err;

  RunCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("run");
    spec.usageMessage()
        .description("Reads a news archive, finds its topics, and publishes a set of tables.")
        .footer(
            Stream.concat(
                    Stream.of(
                        "",
                        "On a cluster:",
                        "  spark-submit --master yarn --deploy-mode cluster broadsheet.jar \\",
                        "    run --input hdfs:///news/2026 --output hdfs:///broadsheet --keep 30",
                        "",
                        "Exit codes:"),
                    Arrays.stream(ExitCode.values())
                        .map(code -> "  %d  %s".formatted(code.code(), code.meaning())))
                .toArray(String[]::new));
    Options.addTo(spec);
    spec.addOption(
        OptionSpec.builder(PRINT_CONFIG)
            .arity("0")
            .type(Boolean.class)
            .description("Print every option with its value and where that comes from; do nothing.")
            .build());
    return spec;
  }

  @Override
  public boolean needsSpark() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    JobConfig config = config(parsed, problems);
    if (parsed.hasMatchedOption(PRINT_CONFIG)) {
      printConfig(config);
      return ExitCode.SUCCESS;
    }
    RunResult result = measured(config, parsed);
    Report.print(out, result.manifest(), result.path());
    if (result.catalogFailure().isPresent()) {
      err.printf(
          "%nCannot write run %s to %s: %s. The run is published all the same. Run again with --run-id %s to complete it.%n",
          result.manifest().runId(),
          config.publishTo().orElseThrow(),
          result.catalogFailure().get(),
          result.manifest().runId());
      return ExitCode.CATALOG;
    }
    return switch (result.outcome()) {
      case PUBLISHED -> {
        printNext(config);
        yield ExitCode.SUCCESS;
      }
      case UNCHANGED -> {
        out.printf("%nThis run was published before, from the same input: nothing was done.%n");
        yield ExitCode.SUCCESS;
      }
      case FAILED_AUDIT -> {
        err.printf(
            "%nCannot publish run %s: its audit failed. The tables are in %s; readers still see the run before.%n",
            result.manifest().runId(), result.path());
        yield ExitCode.AUDIT;
      }
    };
  }

  /** A configuration that is refused is an end of the run, too. */
  private JobConfig config(ParseResult parsed, List<String> problems) {
    try {
      return Options.read(parsed, problems);
    } catch (ConfigException e) {
      var file = Optional.ofNullable(parsed.<String>matchedOptionValue("--metrics-file", null));
      new MeasuredRun(file, Cli.output(parsed), CLOCK, err).failed(e);
      throw e;
    }
  }

  private RunResult measured(JobConfig config, ParseResult parsed) {
    var measured = new MeasuredRun(config.metricsFile(), config.output(), CLOCK, err);
    RunResult result =
        SparkProgram.run(
            config,
            parsed,
            err,
            new SparkProgram.Work<RunResult>() {
              @Override
              public RunResult with(SparkSession spark, Progress progress) {
                return new NightlyJob(spark, config, CLOCK, measured.listener(progress)).run();
              }

              @Override
              public void failed(Throwable failure) {
                measured.failed(failure);
              }
            });
    measured.ended(result);
    return result;
  }

  private void printConfig(JobConfig config) {
    config
        .settings()
        .forEach(
            (key, setting) -> out.printf("# %s%n%s=%s%n", setting.source(), key, setting.value()));
  }

  private void printNext(JobConfig config) {
    out.printf("%nNext:%n");
    out.printf(
        "  to print this again     %s%n",
        CommandText.of(List.of("show", "--output", config.output())));
    out.printf(
        "  to look at it           BROADSHEET_OUTPUT=%s %s%n",
        CommandText.quoted(config.output()), CommandText.of(List.of("notebooks")));
    out.printf("  what the columns mean   output/README.md%n");
  }
}
