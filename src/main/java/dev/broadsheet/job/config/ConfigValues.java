package dev.broadsheet.job.config;

import dev.broadsheet.runs.Manifest.Setting;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/** The values of options as command line and file give them, and what is wrong with them. */
final class ConfigValues {
  private static final String DEFAULT = "default";

  /** Between the values of a list in a configuration file; a comma may stand in a date's form. */
  private static final Map<Option, String> SEPARATORS =
      Map.of(Option.INPUT, ",(?![^{]*})", Option.COLUMNS, ",", Option.DATE_FORMAT, ";");

  private final Map<Option, Setting> settings = new EnumMap<>(Option.class);
  private final Map<Option, List<String>> lists = new EnumMap<>(Option.class);
  private final List<String> problems;

  ConfigValues(Map<Option, List<String>> flags, Map<String, String> file, List<String> problems) {
    this.problems = new ArrayList<>(problems);
    for (Option option : Option.values()) {
      option.defaultValue().ifPresent(v -> settings.put(option, new Setting(v, DEFAULT)));
    }
    file.forEach(
        (key, value) ->
            Option.ofKey(key)
                .ifPresentOrElse(
                    option -> put(option, split(option, value), "file"),
                    () ->
                        this.problems.add(
                            "Cannot use %s of the configuration file: there is no such option. See --help."
                                .formatted(key))));
    flags.forEach((option, values) -> put(option, values, "command line"));
  }

  private void put(Option option, List<String> values, String source) {
    lists.put(option, values);
    String between = option == Option.DATE_FORMAT ? ";" : ",";
    settings.put(option, new Setting(String.join(between, values), source));
  }

  private static List<String> split(Option option, String value) {
    return option.isList()
        ? Arrays.stream(value.split(SEPARATORS.get(option)))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList()
        : List.of(value.strip());
  }

  /** What is wrong, so far. */
  List<String> problems() {
    return problems;
  }

  /** The values of an option that may have several. */
  List<String> list(Option option) {
    return lists.getOrDefault(option, List.of());
  }

  /** As it was written; empty where there is none. */
  String value(Option option) {
    return settings.containsKey(option) ? settings.get(option).value() : "";
  }

  boolean isDefault(Option option) {
    return settings.get(option).source().equals(DEFAULT);
  }

  /**
   * What an option means; empty where it has no value, or one that is none.
   *
   * @param what it is to be, for the message
   */
  <T> Optional<T> read(Option option, Function<String, T> parse, String what) {
    String value = value(option);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(value));
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(
          "Cannot use %s %s: it is not %s. See --help.".formatted(option.flag(), value, what));
      return Optional.empty();
    }
  }

  static String matching(String value, Predicate<String> good) {
    if (!good.test(value)) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }

  /** One of some words. */
  String choice(Option option, List<String> choices) {
    return read(
            option,
            value -> matching(value, choices::contains),
            "one of " + String.join(", ", choices))
        .orElse("");
  }

  OptionalInt wholeNumber(Option option, int least, int most) {
    Optional<Integer> number =
        read(
            option,
            value -> {
              int n = Integer.parseInt(value);
              return Integer.valueOf(matching(value, v -> n >= least && n <= most));
            },
            most == Integer.MAX_VALUE
                ? "a whole number of %d or more".formatted(least)
                : "a whole number from %d to %d".formatted(least, most));
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** A number from 0 to 1. */
  double part(Option option) {
    return read(
            option,
            value -> {
              double part = Double.parseDouble(value);
              return Double.valueOf(matching(value, v -> part >= 0 && part <= 1));
            },
            "a number from 0 to 1")
        .orElse(0.0);
  }

  boolean flag(Option option) {
    return choice(option, List.of("true", "false")).equals("true");
  }

  /** All settings with their sources, as the manifest has them: without passwords. */
  Map<String, Setting> published() {
    var map = new LinkedHashMap<String, Setting>();
    settings.forEach(
        (option, setting) ->
            map.put(
                option.key(),
                new Setting(JobConfig.withoutUser(setting.value()), setting.source())));
    return map;
  }

  /** What the values of an option that may have several mean. */
  <T> Optional<T> readAll(Option option, Function<List<String>, T> parse, String what) {
    return read(option, text -> parse.apply(lists.get(option)), what);
  }
}
