package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.topics.NearestArticles;
import dev.broadsheet.topics.NearestArticles.Document;
import dev.broadsheet.topics.NearestArticles.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** What else to read. */
final class SimilarArticlesTable extends DistributedTable {
  SimilarArticlesTable() {
    super(
        "similar_articles",
        "One of the five articles that are most like an article, of different stories, none of them its own. Articles of one story have the rows of its first.",
        """
        article_id STRING NOT NULL COMMENT 'an original article in the language of the model',
        rank INT NOT NULL COMMENT '1 is the most similar',
        other_id STRING NOT NULL COMMENT 'the other article, the first of its story',
        similarity DOUBLE NOT NULL COMMENT 'cosine of the two articles'' tfidf, 0 to 1; below about 0.2 they may have little more than a word in common'
        """,
        Growth.ARTICLES,
        "article_id",
        "rank");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(
        Fact.count("selves", row -> row.text("article_id").equals(row.text("other_id"))));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    JavaRDD<Article> modelled = findings.articles().filter(Article::isModelled);
    JavaPairRDD<String, List<Article>> stories =
        ByKey.merged(
            modelled
                .filter(article -> article.story().isPresent())
                .mapToPair(article -> new Tuple2<>(article.storyId(), only(article))),
            SimilarArticlesTable::inOrder);
    JavaRDD<Document> compared =
        modelled
            .filter(article -> article.story().isEmpty())
            .union(stories.map(story -> story._2().get(0)))
            .map(a -> new Document(a.id(), a.terms(), a.counts()));
    JavaPairRDD<String, List<Neighbour>> nearest =
        NearestArticles.among(compared, findings.vocabulary().idf(), modelled.getNumPartitions());
    JavaPairRDD<String, List<Neighbour>> inherited =
        stories
            .flatMapToPair(
                story ->
                    story._2().stream()
                        .skip(1)
                        .map(later -> new Tuple2<>(story._2().get(0).id(), later.id()))
                        .iterator())
            .join(nearest)
            .mapToPair(Tuple2::_2);
    return nearest.union(inherited).flatMap(near -> rows(near._1(), near._2()).iterator());
  }

  private static List<Article> only(Article article) {
    return new ArrayList<>(List.of(article));
  }

  /** The articles of a story, as they were published, those without a date last. */
  private static List<Article> inOrder(List<Article> some, List<Article> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(
            Comparator.comparing((Article a) -> a.hasDay() ? a.day() : Integer.MAX_VALUE)
                .thenComparing(Article::id))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<Row> rows(String id, List<Neighbour> nearest) {
    return IntStream.range(0, nearest.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    id, i + 1, nearest.get(i).id(), Math.min(1, nearest.get(i).similarity())))
        .toList();
  }
}
