package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The algorithms that {@code --algorithm} names. */
public enum TopicAlgorithm {
  NMF("nmf", NmfTopics::new),
  LDA_EM("lda-em", LdaTopics::expectationMaximization),
  LDA("lda", LdaTopics::online);

  private final String label;
  private final Supplier<TopicEngine> engine;

  TopicAlgorithm(String label, Supplier<TopicEngine> engine) {
    this.label = label;
    this.engine = engine;
  }

  /** What {@code --algorithm} takes. */
  public String label() {
    return label;
  }

  public TopicEngine engine() {
    return engine.get();
  }

  public static Optional<TopicAlgorithm> ofLabel(String label) {
    return Arrays.stream(values()).filter(a -> a.label.equals(label)).findFirst();
  }
}
