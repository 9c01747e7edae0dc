package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  @Test
  void textsAreSortedAsSparkSortsThem() {
    String[] texts = {
      "", "a", "a ", "aa", "b", "Z", "é", "中", "\uFB01", "\uFFFD", "😀", "😁", "a😀", "a\uFB01"
    };
    assertThat(Stream.of(texts).sorted(RowOrder.OF_TEXTS))
        .containsExactlyElementsOf(
            Stream.of(texts)
                .map(UTF8String::fromString)
                .sorted()
                .map(UTF8String::toString)
                .toList());
    assertThat(RowOrder.OF_TEXTS.compare("a😀", "a😀")).isZero();
  }
}
