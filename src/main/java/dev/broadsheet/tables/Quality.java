package dev.broadsheet.tables;

import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.TableFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warnings: what is no mistake of the run, but makes its topics worth less. */
public final class Quality {
  /** Of fewer articles topics mean little. */
  private static final int FEW_ARTICLES = 20;

  /** The largest part of the articles that one topic may have; of few topics, two equal shares. */
  private static final double LARGE = 0.4;

  /** So large a part of the articles may have lost letters. */
  private static final double LOST_ENCODINGS = 0.01;

  /** So many languages are named. */
  private static final int LANGUAGES = 5;

  private final TableFacts articles;
  private final TableFacts topics;
  private final Expectations expected;
  private final double originals;
  private final double modelled;

  private Quality(Map<String, TableFacts> facts, Expectations expected) {
    this.articles = facts.get("articles");
    this.topics = facts.get("topics");
    this.expected = expected;
    this.originals = articles.count("originals");
    this.modelled = articles.count("modelled");
  }

  /**
   * The checks whose failure does not keep the run from being published.
   *
   * @param facts of the computed tables, by name
   */
  static List<Check> checks(Map<String, TableFacts> facts, Expectations expected) {
    var quality = new Quality(facts, expected);
    return List.of(
        quality.articlesWithoutTopic(),
        quality.otherLanguages(),
        quality.languageSupported(),
        quality.duplicates(),
        quality.topicsReduced(),
        quality.repeatedWords(),
        quality.withoutOwnText(),
        quality.lostEncodings(),
        quality.fewArticles(),
        quality.largestTopic(),
        quality.tinyTopics());
  }

  private Check articlesWithoutTopic() {
    return Check.warning(
        "articles_without_topic",
        modelled == 0 ? 0 : articles.count("modelled_without_topic") / modelled,
        0.05,
        "part of the original articles in the model's language that has no known term");
  }

  private Check otherLanguages() {
    return otherLanguages(
        originals == 0 ? 0 : 1 - modelled / originals,
        expected.language(),
        expected.otherLanguages());
  }

  /**
   * The part of the articles that get no topic for their language, and how they get one.
   *
   * @param model the language of the model
   * @param others articles by their languages
   */
  public static Check otherLanguages(
      double part, Optional<String> model, Map<String, Long> others) {
    String named =
        mostFirst(others)
            .limit(LANGUAGES)
            .map(language -> "%s %,d".formatted(language.getKey(), language.getValue()))
            .collect(Collectors.joining(", ", "", others.size() > LANGUAGES ? " …" : ""));
    return Check.warning(
        "other_languages",
        part,
        0.2,
        others.isEmpty()
            ? "part of the original articles that is not in the model's language"
            : "part of the original articles that is not in the model's language, %s: %s; a run with --language %s and an --output of its own finds their topics"
                .formatted(
                    model.orElse(""), named, mostFirst(others).findFirst().orElseThrow().getKey()));
  }

  private static Stream<Map.Entry<String, Long>> mostFirst(Map<String, Long> languages) {
    return languages.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()));
  }

  private Check languageSupported() {
    return Check.warning(
        "language_supported",
        expected.unsupported().isPresent() ? 1 : 0,
        0,
        expected
            .unsupported()
            .map(
                code ->
                    "no stop words, stems and names are known for "
                        + Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)
                        + " ("
                        + code
                        + "): its function words and all forms of a word are terms")
            .orElse("stop words and stems are known for the model's language"));
  }

  private Check duplicates() {
    return Check.warning(
        "duplicates",
        articles.rows() == 0 ? 0 : 1 - originals / articles.rows(),
        0.5,
        "part of the articles that repeats another");
  }

  private Check topicsReduced() {
    return Check.warning(
        "topics_reduced",
        expected.topicsAsked() - topics.rows(),
        0,
        "found %d of %d topics asked for; there is at most one for every two articles"
            .formatted(topics.rows(), expected.topicsAsked()));
  }

  private Check repeatedWords() {
    double words = articles.sum("words");
    return Check.warning(
        "repeated_words",
        words == 0 ? 0 : 1 - articles.sum("own_words") / words,
        0.5,
        "part of the words that their source repeats in many articles; they are not counted");
  }

  private Check withoutOwnText() {
    long without = articles.count("without_own_text");
    return Check.warning(
        "without_own_text",
        originals == 0 ? 0 : without / originals,
        0.01,
        "part of the original articles whose text is one that the source has under many titles%s"
            .formatted(without == 0 ? "" : ", such as " + articles.example("title")));
  }

  private Check lostEncodings() {
    return lostEncodings(
        articles.rows(),
        articles.count("lost_encoding"),
        "part of the articles in which an encoding was lost and not mended, %,d of them; in %,d others it was"
            .formatted(articles.count("lost_encoding"), articles.count("mended")));
  }

  /** A warning if letters are lost in more than a hundredth of the articles. */
  public static Check lostEncodings(long articles, long lost, String detail) {
    return Check.warning(
        "lost_encodings", articles == 0 ? 0 : (double) lost / articles, LOST_ENCODINGS, detail);
  }

  private Check fewArticles() {
    return Check.warning(
        "few_articles",
        Math.max(0, FEW_ARTICLES - modelled),
        0,
        "articles missing to 20, below which topics mean little");
  }

  /** Not of few articles, whose topics are of one or two. */
  private Check largestTopic() {
    double equal = 1.0 / Math.max(1, topics.rows());
    return Check.warning(
        "largest_topic",
        judged() == 0 ? 0 : topics.max("articles") / judged(),
        Math.max(LARGE, Math.min(1, 2 * equal)),
        "part of the articles with a topic that the largest has; 40 % may be, or twice an equal"
            + " share");
  }

  private Check tinyTopics() {
    return Check.warning(
        "tiny_topics",
        judged() == 0 ? 0 : topics.count("tiny"),
        (topics.rows() - 1) / 3,
        "topics under 5 %% of an equal share of the articles, of %d; less than a third may be"
            .formatted(topics.rows()));
  }

  /** The articles with a topic, if there are enough to judge the sizes of topics by. */
  private double judged() {
    return modelled < FEW_ARTICLES ? 0 : topics.sum("articles");
  }
}
