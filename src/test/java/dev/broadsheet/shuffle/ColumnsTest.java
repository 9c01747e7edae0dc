package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a STRING",
        "input_file string, record bigint, published date",
        "a INT NOT NULL, b DOUBLE,c BOOLEAN NOT NULL",
        "a INT NOT NULL COMMENT 'with a comma, (and more) and NOT NULL',\nb DATE COMMENT ''\n"
      })
  void areReadAsSparkReadsThem(String declared) {
    assertThat(Columns.of(declared)).isEqualTo(StructType.fromDDL(declared));
  }

  @Test
  void aQuoteInACommentIsDoubled() {
    assertThat(Columns.of("a INT COMMENT 'the topic''s own', b INT").fields())
        .extracting(field -> field.getComment().getOrElse(() -> "none"))
        .containsExactly("the topic's own", "none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a ARRAY<INT>", "a INT b INT", "a INT COMMENT 'x' y'", "a NUMBER"})
  void whatTheyDoNotKnowIsNotGuessed(String declared) {
    assertThatThrownBy(() -> Columns.of(declared))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read the columns " + declared);
  }
}
