package dev.broadsheet.job.stages;

import dev.broadsheet.topics.LengthCap;
import dev.broadsheet.topics.TermVectors;
import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From texts and the terms of the model to vectors. */
public record WeighTerms(Context context, Texts texts, Vocabulary vocabulary)
    implements Stage<Vectors> {
  @Override
  public Outcome<Vectors> run() {
    if (vocabulary.size() == 0) {
      return new Outcome<>(
          new Vectors(
              List.of(),
              TermVectors.none(context.spark()),
              TermVectors.none(context.spark()),
              0,
              0),
          0,
          "no terms, so no vectors");
    }
    List<Transformer> steps = TermVectors.steps(vocabulary);
    Dataset<Row> weighted =
        context.cache().keep(TermVectors.of(context.spark(), texts.tokens(), vocabulary));
    LengthCap.Lengths lengths = LengthCap.lengths(weighted, "weighted");
    var cap = new LengthCap().setLongest(lengths.upperQuartile());
    return new Outcome<>(
        new Vectors(
            Stream.concat(steps.stream(), Stream.of(cap)).toList(),
            weighted,
            cap.transform(weighted).select("article_id", "counts", "features"),
            lengths.count(),
            lengths.nonzeros()),
        lengths.count(),
        "%,d vectors".formatted(lengths.count()));
  }
}
