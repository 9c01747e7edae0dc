package dev.broadsheet.cli;

import dev.broadsheet.job.InputCheck;
import dev.broadsheet.job.config.JobConfig;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: read and validate input and configuration; write nothing. */
final class CheckCommand implements Command {
  private static final String SAMPLE = "--sample";

  private final PrintStream out;
  private final PrintStream err;

  CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("check");
    spec.usageMessage()
        .description("Reads and validates input and configuration of a run; writes nothing.");
    Options.addTo(spec);
    spec.addOption(
        OptionSpec.builder(SAMPLE)
            .paramLabel("N")
            .type(String.class)
            .description(
                "Read only about N records of each format, the first of files spread over the archive.")
            .build());
    return spec;
  }

  @Override
  public boolean needsSpark() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    String sample = parsed.matchedOptionValue(SAMPLE, "0");
    if (parsed.hasMatchedOption(SAMPLE) && !sample.matches("[1-9]\\d{0,8}")) {
      all.add("Cannot use --sample %s: it is not a whole number of 1 or more.".formatted(sample));
      sample = "0";
    }
    JobConfig config = Options.read(parsed, all);
    long records = Long.parseLong(sample);
    InputCheck.Findings found =
        SparkProgram.run(
            config,
            parsed,
            err,
            (spark, progress) ->
                new InputCheck(spark, config, records, Clock.systemUTC(), progress).run());
    if (!found.rejected().isEmpty()) {
      out.printf("%nRejected, with examples:%n%s%n", found.rejected());
    }
    out.printf("%nArticles as they were read:%n");
    found.examples().forEach(article -> out.printf("  %s%n", article));
    if (!found.warnings().isEmpty()) {
      out.printf("%nTo look at:%n");
      found.warnings().forEach(warning -> out.printf("  %s%n", warning));
    }
    out.printf("%nThis will be read as:%n");
    found.readAs().forEach((what, how) -> out.printf("  %-10s %s%n", what, how));
    out.printf("%nThe input is good. Nothing was written. Next:%n");
    out.printf("  %s%n", CommandText.of(toRun(parsed.originalArgs())));
    return ExitCode.SUCCESS;
  }

  /** The same command line with run in place of check, and without what only a check has. */
  private static List<String> toRun(List<String> arguments) {
    List<String> run = new ArrayList<>();
    boolean named = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(SAMPLE)) {
        i++;
      } else if (!named && argument.equals("check")) {
        run.add("run");
        named = true;
      } else if (!argument.startsWith(SAMPLE + "=")) {
        run.add(argument);
      }
    }
    return run;
  }
}
