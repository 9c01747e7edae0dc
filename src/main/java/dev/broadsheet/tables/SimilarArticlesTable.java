package dev.broadsheet.tables;

import dev.broadsheet.neighbours.NearestArticles;
import dev.broadsheet.neighbours.NearestArticles.Document;
import dev.broadsheet.neighbours.Neighbours;
import dev.broadsheet.runs.Fact;
import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** A story: its first article as published, one without a date last, and the ids of others. */
  private static final class Story implements Serializable {
    private static final long serialVersionUID = 1;
    private final int day;
    private final Document first;
    private final ArrayList<String> later;

    private Story(int day, Document first, ArrayList<String> later) {
      this.day = day;
      this.first = first;
      this.later = later;
    }

    static Story of(Article article) {
      int day = article.hasDay() ? article.day() : Integer.MAX_VALUE;
      return new Story(day, document(article), new ArrayList<>());
    }

    Story with(Story other) {
      boolean earlier =
          day != other.day ? day < other.day : first.id().compareTo(other.first.id()) < 0;
      Story story = earlier ? this : other;
      story.later.addAll((earlier ? other : this).later);
      story.later.add((earlier ? other : this).first.id());
      return story;
    }

    Iterator<Tuple2<String, String>> laterByFirst() {
      return later.stream().map(id -> new Tuple2<>(first.id(), id)).iterator();
    }
  }

  @Override
  public int shuffles() {
    return 4;
  }

  @Override
  public void write(Findings findings, TableFiles files) {
    files.write(this, nearest(findings), SimilarArticlesTable::rows);
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return nearest(findings).flatMap(SimilarArticlesTable::rows);
  }

  private static JavaPairRDD<String, Neighbours> nearest(Findings findings) {
    JavaRDD<Article> modelled = findings.articles().filter(Article::isModelled);
    JavaPairRDD<String, Story> stories =
        ByKey.mergedInFew(
            modelled
                .filter(article -> article.story().isPresent())
                .mapToPair(article -> new Tuple2<>(article.storyId(), Story.of(article))),
            Story::with);
    JavaRDD<Document> compared =
        modelled
            .filter(article -> article.story().isEmpty())
            .map(SimilarArticlesTable::document)
            .union(stories.map(story -> story._2().first));
    JavaPairRDD<String, Neighbours> nearest =
        NearestArticles.among(
            compared,
            findings.vocabulary().idf(),
            findings.model().order(),
            Math.max(1, modelled.getNumPartitions()));
    JavaPairRDD<String, String> later =
        stories
            .flatMapToPair(story -> story._2().laterByFirst())
            .partitionBy(nearest.partitioner().get());
    return nearest
        .zipPartitions(later, SimilarArticlesTable::inherited)
        .mapToPair(article -> article);
  }

  private static Document document(Article article) {
    return new Document(article.id(), article.terms(), article.counts());
  }

  /** The neighbours of articles, and the same for the later articles of a story that begins so. */
  private static Iterator<Tuple2<String, Neighbours>> inherited(
      Iterator<Tuple2<String, Neighbours>> nearest, Iterator<Tuple2<String, String>> later) {
    Map<String, List<String>> byFirst = new HashMap<>();
    later.forEachRemaining(
        article ->
            byFirst.computeIfAbsent(article._1(), first -> new ArrayList<>()).add(article._2()));
    List<Tuple2<String, Neighbours>> all = new ArrayList<>();
    nearest.forEachRemaining(
        article -> {
          all.add(article);
          for (String id : byFirst.getOrDefault(article._1(), List.of())) {
            all.add(new Tuple2<>(id, article._2()));
          }
        });
    return all.iterator();
  }

  private static Iterator<Row> rows(Tuple2<String, Neighbours> article) {
    Neighbours nearest = article._2();
    return IntStream.range(0, nearest.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    article._1(), i + 1, nearest.id(i), Math.min(1, nearest.similarity(i))))
        .iterator();
  }
}
