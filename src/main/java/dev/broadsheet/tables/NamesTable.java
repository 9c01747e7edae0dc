package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Who and what is in the news. */
final class NamesTable extends BoundedTable {
  NamesTable() {
    super(
        "names",
        "A person, a place or an organisation; the 10,000 in most articles. Found in bodies of the"
            + " model's language by their capitals; in German those that are written without articles.",
        """
        name STRING NOT NULL COMMENT 'a person''s full name where the article has it; a company''s without Inc or Ltd',
        articles BIGINT NOT NULL COMMENT 'articles it is in, duplicates too; at least 5 originals, fewer in small corpora',
        first_seen DATE COMMENT 'day of the first of them; null if none has a date',
        last_seen DATE COMMENT 'day of the last of them; null if none has a date',
        topic_id INT COMMENT 'the commonest main topic of these articles; null if none has a topic'
        """,
        "name");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  List<Row> rows(Findings findings) {
    return findings.counts().names().names();
  }

  /** The row of a name. */
  static Row row(String name, NameSeries counts) {
    return RowFactory.create(
        name,
        counts.articles(),
        counts.hasDay() ? LocalDate.ofEpochDay(counts.first()) : null,
        counts.hasDay() ? LocalDate.ofEpochDay(counts.last()) : null,
        counts.topic());
  }
}
