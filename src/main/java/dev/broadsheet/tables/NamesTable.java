package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who and what is in the news. */
final class NamesTable extends ComputedTable {
  NamesTable() {
    super(
        "names",
        "A person, a place or an organisation; the 10,000 in most articles. Found in bodies of the"
            + " model's language by their capitals; none in German, which writes every noun so.",
        """
        name STRING NOT NULL COMMENT 'a person''s full name where the article has it; a company''s without Inc or Ltd',
        articles BIGINT NOT NULL COMMENT 'articles it is in, duplicates too; at least 5 originals, fewer in small corpora',
        first_seen DATE COMMENT 'day of the first of them; null if none has a date',
        last_seen DATE COMMENT 'day of the last of them; null if none has a date',
        topic_id INT COMMENT 'the commonest main topic of these articles; null if none has a topic'
        """,
        Growth.BOUNDED,
        "name");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> mainTopics =
        findings.articleTopics().where(col("rank").equalTo(1)).select("article_id", "topic_id");
    return findings
        .names()
        .join(findings.articles().select("article_id", "published"), "article_id")
        .join(mainTopics, new String[] {"article_id"}, "left")
        .groupBy("name", "topic_id")
        .agg(count(lit(1)).as("n"), min("published").as("first"), max("published").as("last"))
        .groupBy("name")
        .agg(
            sum("n").as("articles"),
            min("first").as("first_seen"),
            max("last").as("last_seen"),
            min(when(col("topic_id").isNotNull(), struct(col("n").multiply(-1), col("topic_id"))))
                .getField("topic_id")
                .as("topic_id"));
  }
}
