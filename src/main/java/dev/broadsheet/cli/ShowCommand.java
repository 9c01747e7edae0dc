package dev.broadsheet.cli;

import dev.broadsheet.job.ConfigException;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code show}: print a run from its manifest, without Spark. */
final class ShowCommand implements Command {
  private static final String RUN = "--run";

  private final PrintStream out;

  ShowCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("show");
    spec.usageMessage()
        .description("Prints the current run: counts, checks, topics. Needs no Spark.");
    spec.addOption(Cli.output());
    spec.addOption(
        OptionSpec.builder(RUN)
            .paramLabel("ID")
            .type(String.class)
            .description("The run to show. Default: the current one.")
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    Cli.refuse(problems);
    String output = Cli.output(parsed);
    RunStore store = RunStore.at(output);
    String runId =
        Optional.ofNullable(parsed.<String>matchedOptionValue(RUN, null))
            .or(store::current)
            .orElseThrow(
                () ->
                    new ConfigException(
                        List.of(
                            store.runIds().isEmpty()
                                ? "Cannot show a run: %s has no CURRENT. Publish one with run, or say --output."
                                    .formatted(output)
                                : "Cannot show a run: CURRENT in %s is missing or names none. Publish one with run, or say --run. There are: %s."
                                    .formatted(output, String.join(", ", store.runIds())))));
    Manifest run =
        store
            .manifest(runId)
            .orElseThrow(
                () ->
                    new ConfigException(
                        List.of(
                            "Cannot show run %s: it has no manifest in %s. There are: %s."
                                .formatted(runId, output, String.join(", ", store.runIds())))));
    Report.print(out, run, store.path(runId));
    return ExitCode.SUCCESS;
  }
}
