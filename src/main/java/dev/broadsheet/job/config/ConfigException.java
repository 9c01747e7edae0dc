package dev.broadsheet.job.config;

import java.util.List;

/** Options or values that cannot be; all of them, one message each. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<String> problems;

  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One message for each problem, for the user. */
  public List<String> problems() {
    return problems;
  }
}
