package dev.broadsheet.job.config;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.Period;
import dev.broadsheet.runs.Manifest.Setting;
import dev.broadsheet.topics.TopicAlgorithm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run is to do, read and checked in full before anything starts. A value is, in this order,
 *
 * <ol>
 *   <li>that of the command line,
 *   <li>that of the {@code --config} file,
 *   <li>the default of {@link Option}.
 * </ol>
 *
 * @param settings every option with its value and where that came from, without passwords
 */
public record JobConfig(
    List<String> input,
    String output,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<ArticleFormat> format,
    ReadOptions reading,
    Optional<String> language,
    boolean whitespace,
    TopicAlgorithm algorithm,
    OptionalInt topics,
    int vocabulary,
    OptionalInt minDf,
    double maxDf,
    long seed,
    Optional<String> runId,
    double maxBadRatio,
    boolean continueTopics,
    Optional<Period> period,
    Optional<DateContrast> compare,
    OptionalInt keep,
    Optional<String> metricsFile,
    Optional<Destination> publishTo,
    boolean force,
    String master,
    Map<String, Setting> settings) {

  /**
   * Reads a configuration.
   *
   * @param flags by option, from the command line; several values only of an option that is a list
   * @param file by key, from the configuration file
   * @param problems what the command line's parser found already
   * @throws ConfigException with every problem there is
   */
  public static JobConfig of(
      Map<Option, List<String>> flags, Map<String, String> file, List<String> problems) {
    return new ConfigReader(flags, file, problems).read();
  }

  /** The articles' days as a user would say them, for messages. */
  public String range() {
    return from.map(LocalDate::toString).orElse("the beginning")
        + " to "
        + to.map(LocalDate::toString).orElse("the end");
  }

  /** Strikes users and passwords from URIs in a text. */
  public static String withoutUser(String text) {
    return text.replaceAll("([A-Za-z][A-Za-z0-9+.-]*://)[^/@,]*@", "$1");
  }
}
