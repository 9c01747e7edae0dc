package dev.broadsheet.bench;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import dev.broadsheet.topics.TopicQuality;
import java.util.Arrays;
import java.util.logging.Level;

/**
 * MALLET's latent Dirichlet allocation by Gibbs sampling (McCallum 2002; Yao, Mimno and McCallum
 * 2009), with what its command line does by default (sum of alpha 5, beta 0.01, 200 iterations
 * before hyperparameters are optimized).
 *
 * @param iterations its command line's default is 1000
 * @param optimizeInterval 0, its command line's default, leaves hyperparameters as they are; its
 *     documentation advises 10
 */
record MalletEngine(int iterations, int optimizeInterval) implements Engine {
  private static final double ALPHA_SUM = 5;
  private static final double BETA = 0.01;
  private static final int BURN_IN = 200;
  private static final int THREADS = 2;

  @Override
  public Fit fit(Documents documents, int topics, long seed) {
    ParallelTopicModel.logger.setLevel(Level.OFF);
    InstanceList instances = instances(documents);
    ParallelTopicModel model = new ParallelTopicModel(topics, ALPHA_SUM, BETA);
    model.setRandomSeed((int) seed);
    model.setNumThreads(THREADS);
    model.setNumIterations(iterations);
    model.setBurninPeriod(BURN_IN);
    model.setOptimizeInterval(optimizeInterval);
    model.setTopicDisplay(0, 0);
    model.printLogLikelihood = false;
    var timed =
        Fit.Timed.of(
            () -> {
              model.addInstances(instances);
              model.estimate();
              return model;
            });
    double[][] probabilities = model.getTopicWords(true, true);
    return new Fit(
        timed.seconds(),
        TopicQuality.best(probabilities, TopicQuality.TERMS),
        probabilities,
        Arrays.stream(model.getDocumentTopics(true, true)).mapToInt(Fit::largest).toArray());
  }

  private static InstanceList instances(Documents documents) {
    var alphabet = new Alphabet(documents.vocabulary().stems());
    var instances = new InstanceList(alphabet, null);
    for (int[] tokens : documents.tokens()) {
      int[] known = Arrays.stream(tokens).filter(token -> token >= 0).toArray();
      instances.add(new Instance(new FeatureSequence(alphabet, known), null, null, null));
    }
    return instances;
  }
}
