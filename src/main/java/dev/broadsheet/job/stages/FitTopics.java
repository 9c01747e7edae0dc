package dev.broadsheet.job.stages;

import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicSelection.Choice;
import java.util.List;

/** From vectors to topics. */
public record FitTopics(Context context, Vectors vectors, Choice choice)
    implements Stage<FittedTopics> {
  @Override
  public Outcome<FittedTopics> run() {
    int topics = choice.start().topics();
    if (topics == 0) {
      return new Outcome<>(new FittedTopics(TopicModel.NONE, 0, List.of(), 0), 0, "nothing to fit");
    }
    long start = System.nanoTime();
    TopicModel model =
        context
            .config()
            .algorithm()
            .engine()
            .fit(vectors.rows(), choice.start(), context.config().seed());
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome<>(
        new FittedTopics(model, context.config().topics().orElse(topics), choice.curve(), seconds),
        model.topics(),
        "%,d topics by %s".formatted(model.topics(), context.config().algorithm().label()));
  }
}
