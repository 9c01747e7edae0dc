package dev.broadsheet.job.stages;

import dev.broadsheet.text.Phrases;
import dev.broadsheet.text.PhrasesModel;
import dev.broadsheet.text.TokenBlock;
import org.apache.spark.api.java.JavaRDD;

/** From texts whose tokens are words to texts whose tokens are words and phrases. */
public record FindPhrases(Context context, Texts texts) implements Stage<Texts> {
  @Override
  public Outcome<Texts> run() {
    if (context.config().whitespace()) {
      return new Outcome<>(texts, 0, "no phrases of tokens already made");
    }
    PhrasesModel phrases =
        new Phrases()
            .setMinDf(Phrases.minDfFor(texts.documents(), texts.minDf(context.config())))
            .setVocabularySize(context.config().vocabulary())
            .fit(texts.tokens());
    JavaRDD<TokenBlock> tokens =
        context.cache().keep(phrases.joined(context.spark(), texts.tokens()));
    long documents = Texts.nonEmpty(tokens);
    context.cache().release(texts.tokens());
    return new Outcome<>(
        texts.joined(phrases, tokens, documents),
        phrases.size(),
        "%,d phrases".formatted(phrases.size()));
  }
}
