package dev.broadsheet.tables;

import dev.broadsheet.dates.DateRange;
import dev.broadsheet.runs.Fact;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Every valid article, duplicates too, with its main topic. */
final class ArticlesTable extends DistributedTable {
  ArticlesTable() {
    super(
        "articles",
        "An article. Models see originals only; a duplicate has its original's topics.",
        """
        article_id STRING NOT NULL COMMENT 'first 16 hex digits of SHA-256 over the canonical URL, or over title, date and body',
        title STRING NOT NULL COMMENT 'as published, on one line',
        url STRING COMMENT 'as given; null where the article has none',
        source STRING COMMENT 'host of the URL without www., m. and amp.',
        published DATE COMMENT 'day of publication; null where the article has none',
        language STRING COMMENT 'ISO 639-1; short texts take the language of the corpus',
        words INT NOT NULL COMMENT 'words of the body',
        own_words INT NOT NULL COMMENT 'of these, words outside of passages that the source repeats in many articles; only they are counted and compared',
        defects STRING COMMENT 'what was wrong with title or body, with commas between: markup (read as a browser shows it), encoding (mended), lost_encoding (left as it is), mail (without header, signature and marks of quotation); null for nothing',
        topic_id INT COMMENT 'main topic; null for other languages and texts without terms',
        topic_weight DOUBLE COMMENT 'weight of the main topic, 0 to 1',
        duplicate_of STRING COMMENT 'article_id of the original; null for an original',
        story_id STRING COMMENT 'as in stories; null for an article that is in none',
        input_file STRING NOT NULL COMMENT 'file that the article was read from'
        """,
        Growth.ARTICLES,
        "article_id");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    Fact.Condition original = row -> !row.has("duplicate_of");
    Fact.Condition modelled = original.and(inModel(expected.language()));
    Fact.Condition withTopic = row -> row.has("topic_id");
    Fact.Condition withoutOwnText =
        original.and(row -> row.number("own_words") == 0 && row.number("words") > 0);
    Fact.Condition lost = row -> row.text("defects").contains("lost_encoding");
    Fact.Condition encoding = row -> row.text("defects").contains("encoding");
    return List.of(
        Fact.count("originals", original),
        Fact.count("modelled", modelled),
        Fact.count("modelled_without_topic", modelled.and(withTopic.not())),
        Fact.count("with_topic", withTopic),
        Fact.count("with_topic_and_day", withTopic.and(onDays(expected.days()))),
        Fact.count("in_stories", row -> row.has("story_id")),
        Fact.sum("words"),
        Fact.sum("own_words"),
        Fact.count("without_own_text", withoutOwnText),
        Fact.example("title", withoutOwnText),
        Fact.count("mended", encoding.and(lost.not())),
        Fact.count("lost_encoding", lost));
  }

  private static Fact.Condition inModel(Optional<String> language) {
    if (language.isEmpty()) {
      return row -> true;
    }
    String code = language.get();
    return row -> row.text("language").equals(code);
  }

  private static Fact.Condition onDays(Optional<DateRange> days) {
    if (days.isEmpty()) {
      return row -> false;
    }
    long first = days.get().first().toEpochDay();
    long last = days.get().last().toEpochDay();
    return row -> row.number("published") >= first && row.number("published") <= last;
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return findings.articles().map(ArticlesTable::row);
  }

  private static Row row(Article a) {
    boolean hasTopic = a.mainTopic().isPresent();
    return RowFactory.create(
        a.id(),
        a.title(),
        a.url(),
        a.source(),
        a.published(),
        a.language(),
        a.words(),
        a.ownWords(),
        a.defects(),
        hasTopic ? a.topics()[0] : null,
        hasTopic ? a.weights()[0] : null,
        a.duplicateOf(),
        a.storyId(),
        a.inputFile());
  }
}
