package dev.broadsheet.stories;

import dev.broadsheet.articles.cleaning.Words;
import dev.broadsheet.articles.identity.CanonicalOrder;
import dev.broadsheet.articles.identity.Identities;
import dev.broadsheet.shuffle.ByHash;
import dev.broadsheet.shuffle.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/**
 * Stories: articles that print one text, word for word or nearly. A story has two articles at
 * least; duplicates, which {@link Identities} has found, are in the story of their original, except
 * earlier versions of an article under its own address, which nobody reprinted. {@link Replies} are
 * in no story but with their duplicates.
 *
 * <p>Each reprint follows another within a week, so a story is not joined again by an anniversary,
 * nor by a form that is filled in every month. A story's id is the article_id of the original that
 * was published first (then the smallest id), so that tomorrow's reprints leave it as it is.
 *
 * <p>All articles that a chain of candidates joins are brought together once, and judged there.
 */
public final class Stories {
  private Stories() {}

  /**
   * The articles that are in stories: original (itself, or what it is a duplicate of), article_id,
   * story_id, similarity (Jaccard, of runs of three words, to the first article; a duplicate has
   * its original's), is_first. They are in canonical order, as the articles are.
   *
   * @param articles article_id, duplicate_of, version_of, and what {@link Sketches#of} wants; in
   *     {@linkplain CanonicalOrder canonical order}
   * @param sketches of the originals, cached
   * @param candidates among them, cached
   */
  public static JavaRDD<Row> of(
      Dataset<Row> articles, JavaRDD<Sketches> sketches, JavaRDD<Candidates> candidates) {
    JavaRDD<Row> texts = Sketches.texts(articles);
    Broadcast<WordFrequencies> frequencies =
        JavaSparkContext.fromSparkContext(texts.context())
            .broadcast(WordFrequencies.of(sketches.map(Sketches::words)));
    JavaRDD<Candidates> whole = Components.whole(candidates);
    JavaPairRDD<String, Integer> places =
        whole
            .mapPartitionsWithIndex(Stories::members, true)
            .mapToPair(member -> member)
            .partitionBy(new ByHash(texts.getNumPartitions()));
    JavaRDD<Signature> members =
        JavaPairRDD.fromJavaRDD(
                texts.zipPartitions(
                    places, (all, some) -> signatures(all, some, frequencies.value())))
            .partitionBy(new HashPartitioner(whole.getNumPartitions()))
            .values();
    JavaRDD<Row> stories = whole.zipPartitions(members, Stories::judged);
    JavaRDD<Row> metadata = Rows.of(articles.select("article_id", "duplicate_of", "version_of"));
    JavaRDD<Row> inOrder = CanonicalOrder.ofOriginals(stories, metadata.getNumPartitions());
    return metadata.zipPartitions(inOrder, Memberships::new);
  }

  /** The ids of all articles that links name, each with the partition of its component. */
  private static Iterator<Tuple2<String, Integer>> members(
      int partition, Iterator<Candidates> links) {
    Set<Long> keys = new HashSet<>();
    Candidates some = links.next();
    for (int i = 0; i < some.size(); i++) {
      keys.add(some.earlier(i));
      keys.add(some.later(i));
    }
    return keys.stream().map(key -> new Tuple2<>(id(key), (Integer) partition)).iterator();
  }

  /** The signatures of these articles, with the partition where they are judged. */
  private static Iterator<Tuple2<Integer, Signature>> signatures(
      Iterator<Row> texts, Iterator<Tuple2<String, Integer>> some, WordFrequencies frequencies) {
    Map<String, Integer> places = new HashMap<>();
    some.forEachRemaining(article -> places.put(article._1(), article._2()));
    Iterable<Row> all = () -> texts;
    return StreamSupport.stream(all.spliterator(), false)
        .filter(text -> places.containsKey(text.getString(0)))
        .map(text -> new Tuple2<>(places.get(text.getString(0)), signature(text, frequencies)))
        .iterator();
  }

  private static Signature signature(Row text, WordFrequencies frequencies) {
    return new Signature(
        key(text.getString(0)), Sketches.day(text), Words.of(text.getString(2)), frequencies);
  }

  /** The places of articles that candidates join: article_id, story_id, similarity. */
  private static Iterator<Row> judged(Iterator<Candidates> whole, Iterator<Signature> members) {
    Candidates candidates = whole.next();
    Map<Long, Signature> articles = new HashMap<>();
    members.forEachRemaining(article -> articles.put(article.key(), article));
    var links = new Candidates.Builder();
    for (int i = 0; i < candidates.size(); i++) {
      Signature earlier = articles.get(candidates.earlier(i));
      Signature later = articles.get(candidates.later(i));
      if (NearDuplicates.are(earlier, later, candidates.isFresh(i))) {
        links.add(candidates, i);
      }
    }
    var sets = new DisjointSets();
    Candidates parted = Roundups.parted(links.build(), articles);
    for (int i = 0; i < parted.size(); i++) {
      sets.join(parted.earlier(i), parted.later(i));
    }
    Map<Long, List<Signature>> stories =
        List.copyOf(sets.keys()).stream()
            .map(articles::get)
            .collect(Collectors.groupingBy(article -> sets.name(article.key())));
    return stories.values().stream().map(Stories::placed).flatMap(List::stream).iterator();
  }

  private static List<Row> placed(List<Signature> story) {
    Signature first =
        story.stream()
            .min(
                Comparator.comparingInt((Signature s) -> s.hasDay() ? s.day() : Integer.MAX_VALUE)
                    .thenComparing(s -> id(s.key())))
            .orElseThrow();
    Function<Signature, Double> similarity =
        s -> s == first ? 1.0 : NearDuplicates.similarity(first, s);
    return story.stream()
        .map(s -> RowFactory.create(id(s.key()), id(first.key()), similarity.apply(s)))
        .toList();
  }

  /** From the places of originals to those of all articles, both in canonical order. */
  private static final class Memberships implements Iterator<Row> {
    private final Iterator<Row> articles;
    private final Iterator<Row> places;
    private Row article;
    private Row place;
    private Iterator<Row> found = List.<Row>of().iterator();

    Memberships(Iterator<Row> articles, Iterator<Row> places) {
      this.articles = articles;
      this.places = places;
      article = next(articles);
      place = next(places);
    }

    private static Row next(Iterator<Row> rows) {
      return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && article != null) {
        found = ofOneOriginal().iterator();
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      hasNext();
      return found.next();
    }

    private List<Row> ofOneOriginal() {
      String original = original(article);
      List<String> ids = new ArrayList<>();
      for (; article != null && original(article).equals(original); article = next(articles)) {
        if (article.isNullAt(2)) {
          ids.add(article.getString(0));
        }
      }
      boolean placed = place != null && place.getString(0).equals(original);
      String story = placed ? place.getString(1) : original;
      double similarity = placed ? place.getDouble(2) : 1;
      place = placed ? next(places) : place;
      return placed || ids.size() > 1
          ? ids.stream()
              .map(id -> RowFactory.create(original, id, story, similarity, id.equals(story)))
              .toList()
          : List.of();
    }

    private static String original(Row article) {
      return article.isNullAt(1) ? article.getString(0) : article.getString(1);
    }
  }

  private static String id(long key) {
    return HexFormat.of().toHexDigits(key);
  }

  static long key(String id) {
    return Long.parseUnsignedLong(id, 16);
  }
}
