package dev.broadsheet.job.stages;

import dev.broadsheet.topics.FitMemory;
import dev.broadsheet.topics.TopicAlgorithm;
import dev.broadsheet.topics.TopicCount;
import dev.broadsheet.topics.TopicEngine.Start;
import dev.broadsheet.topics.TopicSelection;
import dev.broadsheet.topics.TopicSelection.Choice;
import dev.broadsheet.topics.Vocabulary;
import dev.broadsheet.topics.description.EarlierTopics;
import dev.broadsheet.topics.description.TopicContinuity;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many topics there are to be, from which topics they begin, and whether the heap holds them.
 */
public record ChooseTopics(
    Context context, Vocabulary vocabulary, Vectors vectors, EarlierTopics earlier)
    implements Stage<Choice> {
  @Override
  public Outcome<Choice> run() {
    if (vectors.documents() == 0) {
      return new Outcome<>(new Choice(List.of(), Start.afresh(0)), 0, "no topics");
    }
    int most = TopicCount.limit(Integer.MAX_VALUE, vectors.documents(), vocabulary.size());
    OptionalInt asked = context.config().topics().stream().map(n -> Math.min(n, most)).findFirst();
    double[][] before = TopicContinuity.mapped(earlier.before(), vocabulary.stems());
    if (asked.isEmpty()) {
      checkMemoryOfChoice(vocabulary.size(), vectors, before.length, most);
    }
    Choice choice;
    if (before.length > 0 && context.config().algorithm() == TopicAlgorithm.NMF) {
      choice =
          TopicSelection.continued(
              vectors.rows(), before, asked.orElse(0), most, context.config().seed());
    } else if (asked.isPresent()) {
      choice = new Choice(List.of(), Start.afresh(asked.getAsInt()));
    } else {
      choice = TopicSelection.afresh(vectors.rows(), most, context.config().seed());
    }
    int topics = choice.start().topics();
    if (context.config().algorithm() == TopicAlgorithm.NMF) {
      int given = choice.start().given().length;
      checkMemoryOfFit(vocabulary.size(), topics, given, vectors);
    }
    return new Outcome<>(
        choice,
        topics,
        "%,d topics%s%s"
            .formatted(
                topics,
                choice.curve().isEmpty() ? "" : ", of %d numbers".formatted(choice.curve().size()),
                before.length > 0
                    ? ", from the %d of the run before".formatted(before.length)
                    : ""));
  }

  private void checkMemoryOfFit(int terms, int topics, int given, Vectors vectors) {
    long documents = vectors.documents();
    Memory.check(
        FitMemory.ofFit(terms, topics, given, documents, Memory.cores())
            .withDocumentsOfFit(topics, vectors.nonzeros()),
        topics);
    Executors.of(context.spark().sparkContext())
        .ifPresent(
            executors ->
                Memory.check(
                    FitMemory.ofExecutor(
                        terms, topics, given, documents, vectors.nonzeros(), executors.tasks()),
                    topics,
                    executors));
  }

  private void checkMemoryOfChoice(int terms, Vectors vectors, int before, int most) {
    long documents = vectors.documents();
    boolean continued = before > 0 && context.config().algorithm() == TopicAlgorithm.NMF;
    FitMemory needed =
        continued
            ? FitMemory.ofContinuedChoice(terms, before, most, Memory.cores())
            : FitMemory.ofChoice(terms, documents, most, Memory.cores());
    Memory.check(needed.withDocumentsOfChoice(documents, vectors.nonzeros()), needed.found());
  }
}
