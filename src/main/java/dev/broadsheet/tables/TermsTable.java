package dev.broadsheet.tables;

import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The vocabulary of the model. */
final class TermsTable extends BoundedTable {
  TermsTable() {
    super(
        "terms",
        "A term of the model's vocabulary: a word, or a phrase of two or three words, which count in the phrase alone.",
        """
        term STRING NOT NULL COMMENT 'the commonest way to write it, or the name that it stands for',
        document_frequency BIGINT NOT NULL COMMENT 'original articles that have it',
        term_frequency BIGINT NOT NULL COMMENT 'occurrences in all of them',
        idf DOUBLE NOT NULL COMMENT '1 + ln((1 + articles) / (1 + document_frequency)), and below 20 articles up to 0.5 more for names'
        """,
        "term");
  }

  @Override
  List<Row> rows(Findings findings) {
    Vocabulary v = findings.vocabulary();
    double[] idf = v.idf();
    return IntStream.range(0, v.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    v.terms()[i], v.documentFrequency()[i], v.termFrequency()[i], idf[i]))
        .toList();
  }
}
