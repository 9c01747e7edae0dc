package dev.broadsheet.cli;

import dev.broadsheet.job.InputCheck;
import dev.broadsheet.job.JobConfig;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: read and validate input and configuration; write nothing. */
final class CheckCommand implements Command {
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
    return spec;
  }

  @Override
  public boolean needsSpark() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    JobConfig config = Options.read(parsed, problems);
    InputCheck.Findings found =
        SparkProgram.run(
            config,
            parsed,
            err,
            (spark, progress) -> new InputCheck(spark, config, progress).run());
    if (!found.rejected().isEmpty()) {
      out.printf("%nRejected, with examples:%n%s%n", found.rejected());
    }
    out.printf("%nArticles as they were read:%n");
    found.examples().forEach(article -> out.printf("  %s%n", article));
    out.printf("%nThis will be read as:%n");
    found.readAs().forEach((what, how) -> out.printf("  %-10s %s%n", what, how));
    out.printf("%nThe input is good. Nothing was written.%n");
    out.printf("Next: the same command with run in place of check.%n");
    return ExitCode.SUCCESS;
  }
}
