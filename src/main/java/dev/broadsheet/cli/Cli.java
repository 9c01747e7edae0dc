package dev.broadsheet.cli;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.job.config.JobConfig;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: finds the command, runs it, and turns failures into messages and exit codes.
 */
public final class Cli {
  static final String VERBOSE = "--verbose";
  private static final String OUTPUT = "--output";
  private static final String INPUT = "--input";

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  /** A command line that prints results to {@code out}, progress and errors to {@code err}. */
  public Cli(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
    commands.put("run", new RunCommand(out, err));
    commands.put("check", new CheckCommand(out, err));
    commands.put("show", new ShowCommand(out));
    commands.put("prune", new PruneCommand(out));
  }

  /**
   * Runs a command.
   *
   * @return the exit code, as {@code --help} explains it
   */
  public int run(String... args) {
    try {
      return execute(args).code();
    } catch (Throwable e) {
      // Hadoop throws an error where a disk is full, and memory may be too small.
      return report(e).code();
    }
  }

  private ExitCode execute(String... args) {
    CommandLine line = parser();
    ParseResult parsed = line.parseArgs(args);
    ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (last.isUsageHelpRequested()) {
      last.commandSpec().commandLine().usage(out);
      return ExitCode.SUCCESS;
    }
    if (parsed.isVersionHelpRequested()) {
      line.printVersionHelp(out);
      return ExitCode.SUCCESS;
    }
    List<String> problems = problems(parsed, last);
    if (!parsed.hasSubcommand()) {
      refuse(problems);
      line.usage(err);
      return ExitCode.USAGE;
    }
    Command command = commands.get(last.commandSpec().name());
    if (command.needsSpark() && !isSparkThere()) {
      throw new ConfigException(
          List.of(
              "Cannot %s: Apache Spark is not on the class path. Start it with: spark-submit broadsheet.jar %s …"
                  .formatted(last.commandSpec().name(), last.commandSpec().name())));
    }
    return command.run(last, problems);
  }

  private CommandLine parser() {
    CommandSpec root = CommandSpec.create().name("broadsheet");
    root.version("broadsheet " + version());
    root.usageMessage()
        .description("Turns a news archive into Parquet tables that notebooks draw.")
        .footer("", "Help for a command: broadsheet run --help");
    addHelp(root);
    root.addOption(
        OptionSpec.builder("--version")
            .arity("0")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    commands.forEach(
        (name, command) -> {
          CommandSpec spec = command.spec();
          addHelp(spec);
          spec.addOption(
              OptionSpec.builder(VERBOSE)
                  .arity("0")
                  .type(Boolean.class)
                  .description("Show Spark's own log too.")
                  .build());
          root.addSubcommand(name, spec);
        });
    var line = new CommandLine(root);
    walk(line);
    return line;
  }

  private static void walk(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getCommandSpec().usageMessage().width(100).sortOptions(false);
    line.getSubcommands().values().forEach(Cli::walk);
  }

  private static void addHelp(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .arity("0")
            .usageHelp(true)
            .description("Print this.")
            .build());
  }

  private static List<String> problems(ParseResult parsed, ParseResult last) {
    List<String> problems = new ArrayList<>();
    if (!parsed.hasSubcommand() && !parsed.unmatched().isEmpty()) {
      // What follows a command that is not known may be right behind the one that is meant.
      return List.of(unknown(parsed.commandSpec().commandLine(), parsed.unmatched().get(0)));
    }
    List<Exception> errors = new ArrayList<>(parsed.errors());
    if (last != parsed) {
      errors.addAll(last.errors());
    }
    for (Exception error : errors) {
      if (error instanceof UnmatchedArgumentException unmatched) {
        unmatched
            .getUnmatched()
            .forEach(argument -> problems.add(unknown(unmatched.getCommandLine(), argument)));
      } else if (error instanceof MissingParameterException missing) {
        problems.add(
            "Cannot use %s: it needs a value. See --help."
                .formatted(((OptionSpec) missing.getMissing().get(0)).longestName()));
      } else {
        problems.add("Cannot read the command line: %s. See --help.".formatted(error.getMessage()));
      }
    }
    return problems;
  }

  private static String unknown(CommandLine line, String argument) {
    String name = argument.replaceFirst("=.*", "");
    String nearest =
        new UnmatchedArgumentException(line, List.of(name))
            .getSuggestions().stream()
                .max(Comparator.comparingInt(known -> sameStart(known, name)))
                .map(" Did you mean %s?"::formatted)
                .orElse("");
    boolean path = line.getCommandSpec().findOption(INPUT) != null && new File(argument).exists();
    return path
        ? "Cannot use %s: no option stands before it. Did you mean --input %s? See --help."
            .formatted(argument, argument)
        : "Cannot use %s: there is no such %s.%s See --help."
            .formatted(argument, name.startsWith("-") ? "option" : "command or value", nearest);
  }

  private static int sameStart(String a, String b) {
    int mismatch = Arrays.mismatch(a.toCharArray(), b.toCharArray());
    return mismatch < 0 ? a.length() : mismatch;
  }

  private ExitCode report(Throwable failure) {
    if (failure instanceof Termination.Stopped) {
      return ExitCode.FAILURE;
    }
    Optional<ExitCode.UserError> mistake = ExitCode.userError(failure);
    if (mistake.isPresent()) {
      err.println(JobConfig.withoutUser(mistake.get().message()));
      return mistake.get().code();
    }
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    err.print(JobConfig.withoutUser(trace.toString()));
    if (Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .anyMatch(OutOfMemoryError.class::isInstance)) {
      err.println(
          "Cannot finish: the heap of %d MB is too small. Give the program more (BROADSHEET_MEMORY, or --driver-memory of spark-submit), or lower --topics or --vocabulary."
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
      return ExitCode.FAILURE;
    }
    err.println(
        "Cannot finish: an unexpected failure, with its stack trace above. CURRENT names a whole run, as always.");
    return ExitCode.FAILURE;
  }

  /** Refuses to go on if there is any problem. */
  static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /** {@code --output} of the commands that look at runs. */
  static OptionSpec output() {
    return OptionSpec.builder(OUTPUT)
        .paramLabel("DIR")
        .type(String.class)
        .description("Where the runs are. Default: output.")
        .build();
  }

  /** The value of {@link #output()}. */
  static String output(ParseResult parsed) {
    return parsed.matchedOptionValue(OUTPUT, "output");
  }

  private static String version() {
    return Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static boolean isSparkThere() {
    return Cli.class.getClassLoader().getResource("org/apache/spark/sql/SparkSession.class")
        != null;
  }
}
