package dev.broadsheet.cli;

import dev.broadsheet.runs.Retention;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code prune}: delete old runs; never the current one, never one in progress. */
final class PruneCommand implements Command {
  private static final String KEEP = "--keep";
  private static final String DRY_RUN = "--dry-run";

  private final PrintStream out;

  PruneCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("prune");
    spec.usageMessage()
        .description(
            "Deletes old runs and what dead runs left; never the current run, never one in progress.");
    spec.addOption(Cli.output());
    spec.addOption(
        OptionSpec.builder(KEEP)
            .paramLabel("N")
            .type(String.class)
            .description("How many published runs stay, the latest ones.")
            .build());
    spec.addOption(
        OptionSpec.builder(DRY_RUN)
            .arity("0")
            .type(Boolean.class)
            .description("Only say what would be deleted.")
            .build());
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    String keep = parsed.matchedOptionValue(KEEP, "");
    if (!keep.matches("[1-9]\\d{0,8}")) {
      all.add("Cannot prune: --keep needs a whole number of 1 or more. Say how many runs stay.");
    }
    Cli.refuse(all);
    RunStore store = RunStore.at(Cli.output(parsed));
    boolean dry = parsed.hasMatchedOption(DRY_RUN);
    List<String> gone = prune(store, Integer.parseInt(keep), dry);
    gone.forEach(id -> out.printf("%s %s%n", dry ? "would delete" : "deleted", store.path(id)));
    out.printf(
        "%d runs %s, %d stay.%n",
        gone.size(),
        dry ? "to delete" : "deleted",
        store.runIds().size() - (dry ? gone.size() : 0));
    return ExitCode.SUCCESS;
  }

  private static List<String> prune(RunStore store, int keep, boolean dry) {
    if (dry) {
      return Retention.expired(store, keep, store.runInProgress());
    }
    try (RunLock lock = store.lock("prune")) {
      return Retention.prune(store, keep, Optional.empty());
    } catch (RunException.Locked e) {
      // Who has just begun may not have said yet who he is.
      return Retention.prune(store, keep, Optional.of(store.runInProgress().orElse("")));
    }
  }
}
