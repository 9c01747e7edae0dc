package dev.broadsheet.job.stages;

import dev.broadsheet.neighbours.TermOrder;
import dev.broadsheet.tables.Article;
import dev.broadsheet.tables.ArticleCounts;
import dev.broadsheet.tables.SourceCounts;
import dev.broadsheet.topics.ArticleTopics;
import dev.broadsheet.topics.Candidate;
import dev.broadsheet.topics.ModelledArticle;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicQuality;
import dev.broadsheet.topics.description.EarlierTopics;
import dev.broadsheet.topics.description.JunkTopics;
import dev.broadsheet.topics.description.Topic;
import dev.broadsheet.topics.description.TopicContinuity;
import dev.broadsheet.topics.description.Topics;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/**
 * From a fitted model to topics with ids, labels and articles.
 *
 * @param parts what else is known of the articles
 */
public record DescribeTopics(
    Context context,
    String runId,
    FittedModel fitted,
    FoundNames names,
    ArticleParts parts,
    EarlierTopics earlier)
    implements Stage<DescribedTopics> {
  @Override
  public Outcome<DescribedTopics> run() {
    TopicModel model = fitted.topics().model();
    boolean none = model.topics() == 0;
    JavaRDD<ModelledArticle> modelled =
        none ? null : context.cache().keep(model.application().to(fitted.vectors().rows()));
    int[] order = none ? new int[0] : ArticleTopics.bySize(modelled, model.topics());
    var lineage =
        TopicContinuity.match(
            earlier.before(), fitted.vocabulary().stems(), model.termWeights(), order);
    int[] ids = lineage.ids();
    JavaRDD<Article> articles =
        context
            .cache()
            .keep(
                none
                    ? parts.articles()
                    : parts.articles(
                        modelled,
                        ModelledArticle::id,
                        (article, original) -> complete(article, original, ids)));
    ArticleCounts counts = ArticleCounts.of(articles, ids, fitted.texts().dates());
    SourceCounts sources = SourceCounts.of(articles);
    var terms = TermOrder.of(model.termProbabilities(), fitted.vocabulary().documentFrequency());
    if (none) {
      return new Outcome<>(
          new DescribedTopics(
              new Topics.Description(List.of(), List.of()),
              lineage,
              List.of(),
              terms,
              articles,
              counts,
              sources),
          0,
          "nothing to describe");
    }
    double[] npmi = TopicQuality.npmiOf(modelled, model.bestTen());
    context.cache().release(modelled);
    var topics =
        Topics.describe(
            model,
            fitted.vocabulary(),
            names.classes(fitted.texts().language()),
            ids,
            npmi,
            counts.sizes(),
            new JunkTopics(sources.topicSources(), fitted.vectors().documents()),
            earlier,
            runId);
    List<Candidate> selection =
        fitted.topics().curve().isEmpty()
            ? List.of(Candidate.chosen(model, npmi, fitted.topics().seconds()))
            : fitted.topics().curve();
    return new Outcome<>(
        new DescribedTopics(topics, lineage, selection, terms, articles, counts, sources),
        model.topics(),
        summary(topics.topics(), lineage, earlier));
  }

  /** Duplicates have the topics of their originals, but no terms of their own. */
  private static Article complete(Article article, ModelledArticle original, int[] ids) {
    int[] topicIds = Arrays.stream(original.topics()).map(topic -> ids[topic]).toArray();
    article.withTopics(topicIds, original.weights());
    return article.isOriginal() ? article.withTerms(original.terms(), original.counts()) : article;
  }

  private static String summary(
      List<Topic> topics, TopicContinuity.Lineage lineage, EarlierTopics earlier) {
    Topic largest = Collections.max(topics, Comparator.comparingLong(Topic::articles));
    String what = "%,d topics, the largest: %s".formatted(topics.size(), largest.label());
    if (earlier.before().ids().isEmpty()) {
      return what;
    }
    Map<String, Long> statuses =
        lineage.links().stream()
            .collect(
                Collectors.groupingBy(
                    link -> link.status().label(), LinkedHashMap::new, Collectors.counting()));
    return what
        + statuses.entrySet().stream()
            .map(status -> "%d %s".formatted(status.getValue(), status.getKey()))
            .collect(Collectors.joining(", ", "; ", ""));
  }
}
