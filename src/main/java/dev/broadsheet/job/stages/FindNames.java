package dev.broadsheet.job.stages;

import dev.broadsheet.names.NameBlock;
import dev.broadsheet.names.Names;
import dev.broadsheet.topics.Vocabulary;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** From the texts to model to the names in them, while their bodies are still there. */
public record FindNames(Context context, Texts texts) implements Stage<FoundNames> {
  @Override
  public Outcome<FoundNames> run() {
    if (texts.language() == null) {
      return new Outcome<>(FoundNames.NOTHING, 0, "no names in such texts");
    }
    int least = Vocabulary.minDfFor(texts.documents());
    JavaRDD<NameBlock> words = context.cache().keep(Names.words(texts.bodies(), texts.language()));
    Names.Found found = Names.of(words, texts.language(), least);
    JavaRDD<Row> byArticle = context.cache().keep(found.names());
    Names.Frequent frequent = Names.frequent(byArticle, least);
    context.cache().release(words);
    return new Outcome<>(
        new FoundNames(frequent.articles(), Optional.of(byArticle), found.use()),
        frequent.articles().size(),
        "%,d names, %,d times".formatted(frequent.articles().size(), frequent.mentions()));
  }
}
