package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class BoilerplateTest {
  @Test
  void itIsWhatASourceRepeatsAndAtMostHalfOfAnArticle(SparkSession spark) {
    var boilerplate =
        Boilerplate.of(
            spark
                .range(600)
                .selectExpr(
                    "if(id < 20, 'small', 'large') source",
                    """
                    concat('Number ', id, ' is a text. ',
                      if(id < 10 or id between 20 and 30, 'Subscribe to our letter today! ', ''),
                      if(id between 9 and 17, 'It stands nine times here.', '')) body"""));
    String own = "The river rose over its banks today.";
    Words plain = Words.of(own);
    String all = own + "\nSUBSCRIBE to our letter today.";
    // In 10 of 20 articles of one source, in 11 of 580 of the other: less than 2 %.
    assertThat(boilerplate.ownWords("small", all).hashes()).isEqualTo(plain.hashes());
    assertThat(boilerplate.ownWords("large", all).count()).isEqualTo(12);
    assertThat(boilerplate.ownWords("small", own + " It stands nine times here.").count())
        .isEqualTo(12);
    assertThat(boilerplate.ownWords("small", "The river. Subscribe to our letter today!").count())
        .as("an article that is boilerplate for more than half")
        .isEqualTo(7);
  }
}
