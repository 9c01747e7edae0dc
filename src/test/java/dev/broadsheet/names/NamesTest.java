package dev.broadsheet.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.broadsheet.SparkTest;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class NamesTest {
  private static final String THREE =
      "values ('a', 'Orlin was calm.'), ('b', 'It is said in Orlin that Renwick is ill.'),"
          + " ('c', 'He is in Orlin, and so is the Levee.'), ('d', 'The levee is in the valley.')"
          + " as t(article_id, body)";

  @Test
  void theWholeCorpusIsTheEvidence(SparkSession spark) {
    JavaRDD<Row> names = Names.of(Names.words(spark.sql(THREE), "en"), "en", 1).names();
    assertThat(
            names
                .map(row -> row.getString(0) + " " + String.join(", ", row.<String[]>getAs(1)))
                .collect())
        .containsExactlyInAnyOrder("a Orlin", "b Orlin, Renwick", "c Orlin", "d ");
    assertThat(Names.frequent(names, 2).articles()).containsExactly(entry("Orlin", 3L));
    assertThat(Names.frequent(names, 1).articles())
        .containsExactly(entry("Orlin", 3L), entry("Renwick", 1L));
    assertThat(Names.frequent(names, 1).mentions()).isEqualTo(4);
  }
}
