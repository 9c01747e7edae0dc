package dev.broadsheet.job.stages;

import dev.broadsheet.topics.Vocabulary;

/**
 * From texts to the terms of the model.
 *
 * @param names as which some terms are shown
 */
public record CountTerms(Context context, Texts texts, FoundNames names)
    implements Stage<Vocabulary> {
  @Override
  public Outcome<Vocabulary> run() {
    var vocabulary =
        Vocabulary.of(
                texts.tokens(),
                texts.documents(),
                context.config().vocabulary(),
                texts.minDf(context.config()),
                context.config().maxDf())
            .named(names.terms());
    return new Outcome<>(vocabulary, vocabulary.size(), "%,d terms".formatted(vocabulary.size()));
  }
}
