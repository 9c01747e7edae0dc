package dev.broadsheet.job;

import dev.broadsheet.tables.Article;
import dev.broadsheet.tables.ArticleCounts;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.NameCounts;
import dev.broadsheet.tables.SourceCounts;
import dev.broadsheet.tables.TermCounts;
import dev.broadsheet.topics.ArticleTopics;
import dev.broadsheet.topics.EarlierTopics;
import dev.broadsheet.topics.JunkTopics;
import dev.broadsheet.topics.ModelledArticle;
import dev.broadsheet.topics.TermOrder;
import dev.broadsheet.topics.Topic;
import dev.broadsheet.topics.TopicContinuity;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicQuality;
import dev.broadsheet.topics.TopicSelection.Candidate;
import dev.broadsheet.topics.Topics;
import dev.broadsheet.topics.Vocabulary;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/** From a fitted model to topics with ids, labels and articles: a stage of the job. */
final class Describing {
  /**
   * The topics, where they came from, and their articles.
   *
   * @param articles every valid article with its topics, names, terms and story; cached
   */
  record Described(
      Topics.Description topics,
      TopicContinuity.Lineage lineage,
      List<Candidate> selection,
      TermOrder order,
      JavaRDD<Article> articles,
      ArticleCounts counts,
      SourceCounts sources) {
    /** All that tables are computed from. */
    Findings findings(Findings.Corpus corpus) {
      return new Findings(
          corpus,
          new Findings.Model(topics.topics(), topics.links(), lineage.links(), selection, order),
          new Findings.Counts(
              counts,
              sources,
              TermCounts.of(corpus, counts, sources),
              NameCounts.of(articles, counts)));
    }
  }

  private final Cache cache;
  private final String runId;
  private final Naming.Found names;

  Describing(Cache cache, String runId, Naming.Found names) {
    this.cache = cache;
    this.runId = runId;
    this.names = names;
  }

  /**
   * Describes topics.
   *
   * @param parts what else is known of the articles
   */
  Stages.Outcome<Described> describe(
      Texts texts,
      Vocabulary vocabulary,
      Modelling.Vectors vectors,
      Modelling.Fitted fitted,
      ArticleParts parts,
      EarlierTopics earlier) {
    TopicModel model = fitted.model();
    boolean none = model.topics() == 0;
    JavaRDD<ModelledArticle> modelled =
        none ? null : cache.keep(model.application().to(vectors.rows()));
    int[] order = none ? new int[0] : ArticleTopics.bySize(modelled, model.topics());
    var lineage =
        TopicContinuity.match(earlier.before(), vocabulary.stems(), model.termWeights(), order);
    int[] ids = lineage.ids();
    JavaRDD<Article> articles =
        cache.keep(
            none
                ? parts.articles()
                : parts.articles(
                    modelled,
                    ModelledArticle::id,
                    (article, original) -> complete(article, original, ids)));
    ArticleCounts counts = ArticleCounts.of(articles, ids, texts.dates());
    SourceCounts sources = SourceCounts.of(articles);
    var terms = TermOrder.of(model.termProbabilities(), vocabulary.documentFrequency());
    if (none) {
      return new Stages.Outcome<>(
          new Described(
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
    cache.release(modelled);
    var topics =
        Topics.describe(
            model,
            vocabulary,
            names.classes(texts.language()),
            ids,
            npmi,
            counts.sizes(),
            new JunkTopics(sources.topicSources(), vectors.documents()),
            earlier,
            runId);
    List<Candidate> selection =
        fitted.curve().isEmpty()
            ? List.of(Candidate.chosen(model, npmi, fitted.seconds()))
            : fitted.curve();
    return new Stages.Outcome<>(
        new Described(topics, lineage, selection, terms, articles, counts, sources),
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
