package dev.broadsheet.cli;

import dev.broadsheet.job.config.ConfigException;
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
  private static final String SINCE = "--since";
  private static final String JSON = "--json";
  private static final String LINEAGE = "--openlineage";

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
    spec.addOption(
        OptionSpec.builder(SINCE)
            .paramLabel("RUN")
            .type(String.class)
            .description(
                "Also what changed since this run: counts, checks, topics, and the runs in between.")
            .build());
    spec.addOption(
        OptionSpec.builder(JSON)
            .arity("0")
            .type(Boolean.class)
            .description("Print JSON, as docs/show.schema.json describes it.")
            .build());
    spec.addOption(
        OptionSpec.builder(LINEAGE)
            .arity("0")
            .type(Boolean.class)
            .description(
                "Print the run's two events as OpenLineage has them, a line of JSON each: what it read, and its tables.")
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    Cli.refuse(problems);
    String output = Cli.output(parsed);
    RunStore store = RunStore.at(output);
    Optional<String> current = store.current();
    String runId =
        Optional.ofNullable(parsed.<String>matchedOptionValue(RUN, null))
            .or(() -> current)
            .orElseThrow(
                () ->
                    new ConfigException(
                        List.of(
                            store.runIds().isEmpty()
                                ? "Cannot show a run: %s has no CURRENT. Publish one with run, or say --output."
                                    .formatted(output)
                                : "Cannot show a run: CURRENT in %s is missing or names none. Publish one with run, or say --run. There are: %s."
                                    .formatted(output, String.join(", ", store.runIds())))));
    Manifest run = manifest(store, output, runId);
    Optional<RunChanges> changes =
        Optional.ofNullable(parsed.<String>matchedOptionValue(SINCE, null))
            .map(since -> manifest(store, output, since))
            .map(since -> RunChanges.between(since, run, store.finished()));
    if (parsed.hasMatchedOption(LINEAGE)) {
      LineageEvents.of(run, store.path(runId)).forEach(out::println);
    } else if (parsed.hasMatchedOption(JSON)) {
      boolean isCurrent = current.filter(runId::equals).isPresent();
      out.println(RunDocument.of(run, isCurrent, store.path(runId), changes).toJson());
    } else {
      Report.print(out, run, store.path(runId));
      changes.ifPresent(since -> Report.printChanges(out, since));
    }
    return ExitCode.SUCCESS;
  }

  private static Manifest manifest(RunStore store, String output, String runId) {
    return store
        .manifest(runId)
        .orElseThrow(
            () ->
                new ConfigException(
                    List.of(
                        "Cannot show run %s: it has no manifest in %s. There are: %s."
                            .formatted(runId, output, String.join(", ", store.runIds())))));
  }
}
