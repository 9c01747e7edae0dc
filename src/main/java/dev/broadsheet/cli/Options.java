package dev.broadsheet.cli;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@link JobConfig} on the command line. */
final class Options {
  private static final String CONFIG = "--config";

  private Options() {}

  /** Gives a command all options of a run, and {@code --config}. */
  static void addTo(CommandSpec command) {
    for (Option option : Option.values()) {
      command.addOption(spec(option));
    }
    command.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description("Properties file of these options; a flag wins over it.")
            .build());
  }

  private static OptionSpec spec(Option option) {
    String standard = option.defaultValue().map(v -> " Default: " + v + ".").orElse("");
    var builder = OptionSpec.builder(option.flag());
    if (option.parameter().isEmpty()) {
      boolean negatable = option == Option.CONTINUE_TOPICS;
      return builder
          .type(Boolean.class)
          .arity("0")
          .negatable(negatable)
          .description(option.description() + standard)
          .build();
    }
    boolean many = option.isList();
    return builder
        .paramLabel(option.parameter().get())
        .type(many ? List.class : String.class)
        .auxiliaryTypes(String.class)
        .arity(option == Option.INPUT ? "1..*" : "1")
        .description(option.description() + standard)
        .build();
  }

  /**
   * The configuration that was asked for.
   *
   * @param problems what the parser found
   * @throws ConfigException with these and every other problem
   */
  static JobConfig read(ParseResult parsed, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    Map<Option, List<String>> flags = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      if (parsed.hasMatchedOption(option.flag())) {
        Object value = parsed.matchedOptionValue(option.flag(), null);
        flags.put(
            option,
            value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value)));
      }
    }
    Map<String, String> file = new HashMap<>();
    if (parsed.hasMatchedOption(CONFIG)) {
      String path = parsed.matchedOptionValue(CONFIG, "");
      try (Reader reader = Files.newBufferedReader(Path.of(path), StandardCharsets.UTF_8)) {
        var properties = new Properties();
        properties.load(reader);
        properties.stringPropertyNames().forEach(k -> file.put(k, properties.getProperty(k)));
      } catch (IOException | IllegalArgumentException e) {
        all.add(
            "Cannot read the configuration file %s: %s. Check the path."
                .formatted(
                    path,
                    e instanceof NoSuchFileException
                        ? "there is no such file"
                        : e.getClass().getSimpleName()));
      }
    }
    return JobConfig.of(flags, file, all);
  }
}
