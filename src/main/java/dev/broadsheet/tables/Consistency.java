package dev.broadsheet.tables;

import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks between tables: that they tell of the same records, articles, topics, days and stories.
 */
public final class Consistency {
  private static final double ROUNDING = 1e-9;

  private final Map<String, TableFacts> facts;
  private final Expectations expected;

  private Consistency(Map<String, TableFacts> facts, Expectations expected) {
    this.facts = facts;
    this.expected = expected;
  }

  /**
   * All checks between tables, of what is in them, and those from before there were tables.
   *
   * @param facts of the computed tables, by name
   */
  public static List<Check> checks(Map<String, TableFacts> facts, Expectations expected) {
    var tables = new Consistency(facts, expected);
    List<Check> checks = new ArrayList<>();
    checks.add(tables.recordsAccountedFor());
    checks.add(tables.rejectedRecords());
    checks.addAll(tables.topics());
    checks.addAll(tables.contrasts());
    checks.addAll(tables.days());
    checks.add(tables.names());
    checks.add(tables.stories());
    checks.addAll(Quality.checks(facts, expected));
    checks.addAll(expected.checks());
    return checks;
  }

  private Check recordsAccountedFor() {
    long articles = rows("articles");
    long quarantine = rows("quarantine");
    return Check.error(
        "records_accounted_for",
        Math.abs(
            expected.records() - expected.outside() - expected.leftOut() - articles - quarantine),
        0,
        "%d records = %d articles + %d in quarantine + %d outside of the dates asked for%s"
            .formatted(
                expected.records(),
                articles,
                quarantine,
                expected.outside(),
                expected.leftOut() == 0 ? "" : " + %d left out".formatted(expected.leftOut())));
  }

  private Check rejectedRecords() {
    long judged = expected.records() - expected.leftOut();
    double rejected = judged == 0 ? 0 : (double) rows("quarantine") / judged;
    return Check.warning(
        "rejected_records",
        rejected,
        expected.maxBadRatio() / 2,
        "part of the records that is in quarantine; above %s a run stops"
            .formatted(expected.maxBadRatio()));
  }

  private List<Check> topics() {
    return List.of(
        Check.error(
            "weights_add_up",
            facts.get("article_topics").off(),
            ROUNDING,
            "the farthest that an article's weights are from 1 together"),
        Check.error(
            "topics_have_terms",
            rows("topics") - facts.get("topic_terms").firstKeys(),
            0,
            "topics without terms"),
        Check.error(
            "topics_agree",
            Math.abs(facts.get("topics").sum("articles") - articles().count("with_topic")),
            0,
            "articles by topic against articles with a topic"));
  }

  private List<Check> contrasts() {
    TableFacts sources = facts.get("topic_sources");
    long more = sources.sum("articles") - facts.get("topics").sum("articles");
    return List.of(
        Check.error(
            "sources_agree",
            sources.distinct("source") < SourceCounts.LARGEST ? Math.abs(more) : Math.max(0, more),
            0,
            "articles by topic and source against articles by topic"),
        Check.error(
            "similar_are_others",
            facts.get("similar_articles").count("selves"),
            0,
            "articles that are similar to themselves"));
  }

  private List<Check> days() {
    TableFacts topicDays = facts.get("topic_days");
    TableFacts days = facts.get("days");
    long different = topicDays.distinct("day");
    long span = topicDays.rows() == 0 ? 0 : topicDays.max("day") - topicDays.min("day") + 1;
    long gaps = span - different + different * rows("topics") - topicDays.rows();
    return List.of(
        Check.error("days_continuous", Math.abs(gaps), 0, "days or topics missing in topic_days"),
        Check.error(
            "days_agree",
            Math.abs(days.sum("articles") - rows("articles"))
                + Math.abs(days.sum("rejected") - rows("quarantine"))
                + Math.abs(topicDays.sum("articles") - articles().count("with_topic_and_day")),
            0,
            "articles, rejected records and topics by day against the tables of them"));
  }

  private Check names() {
    TableFacts days = facts.get("name_days");
    return Check.error(
        "names_agree",
        Math.max(0, days.sum("articles") - facts.get("names").sum("articles"))
            + Math.max(0, days.firstKeys() - rows("names")),
        0,
        "articles and names in name_days beyond those in names");
  }

  private Check stories() {
    long articles = rows("story_articles");
    return Check.error(
        "stories_agree",
        Math.abs(facts.get("stories").sum("articles") - articles)
            + Math.abs(articles().count("in_stories") - articles)
            + Math.abs(facts.get("story_articles").count("first") - rows("stories")),
        0,
        "articles in story_articles against articles and stories, and one first article a story");
  }

  private TableFacts articles() {
    return facts.get("articles");
  }

  private long rows(String table) {
    return facts.get(table).rows();
  }
}
