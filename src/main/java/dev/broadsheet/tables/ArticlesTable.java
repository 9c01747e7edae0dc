package dev.broadsheet.tables;

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
        defects STRING COMMENT 'what was wrong with title or body, with commas between: markup (read as a browser shows it), encoding (mended), lost_encoding (left as it is); null for nothing',
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
