package dev.broadsheet.stories;

import dev.broadsheet.articles.CanonicalOrder;
import dev.broadsheet.articles.Identities;
import dev.broadsheet.shuffle.ByHash;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.stories.StoryCandidates.Candidate;
import dev.broadsheet.stories.StoryCandidates.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
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
   * @param articles article_id, duplicate_of, version_of; in {@linkplain CanonicalOrder canonical
   *     order}
   * @param signatures of the originals, in this order too, cached
   * @param count how many articles there are
   */
  public static JavaRDD<Row> of(Dataset<Row> articles, JavaRDD<Signature> signatures, long count) {
    JavaRDD<Candidate> candidates = StoryCandidates.of(signatures, count);
    JavaPairRDD<Long, Long> components = Components.of(candidates.map(Candidate::pair));
    JavaPairRDD<Long, Signature> members =
        JavaPairRDD.fromJavaRDD(
            signatures.zipPartitions(
                components
                    .mapToPair(article -> new Tuple2<>(id(article._1()), article))
                    .partitionBy(new ByHash(signatures.getNumPartitions()))
                    .values(),
                Stories::members));
    JavaPairRDD<Long, Candidate> pairs =
        candidates
            .mapToPair(pair -> new Tuple2<>(pair.pair().earlier(), pair))
            .join(components)
            .mapToPair(pair -> pair._2().swap());
    JavaRDD<Row> places =
        members.cogroup(pairs).values().flatMap(some -> placed(some._1(), some._2()).iterator());
    JavaRDD<Row> metadata = Rows.of(articles.select("article_id", "duplicate_of", "version_of"));
    JavaRDD<Row> inOrder = CanonicalOrder.ofOriginals(places, metadata.getNumPartitions());
    return metadata.zipPartitions(inOrder, Memberships::new);
  }

  /** Signatures with the names of their components, of those that are in one. */
  private static Iterator<Tuple2<Long, Signature>> members(
      Iterator<Signature> signatures, Iterator<Tuple2<Long, Long>> components) {
    Map<Long, Long> names = new HashMap<>();
    components.forEachRemaining(article -> names.put(article._1(), article._2()));
    Iterable<Signature> all = () -> signatures;
    return StreamSupport.stream(all.spliterator(), false)
        .filter(article -> names.containsKey(article.key()))
        .map(article -> new Tuple2<>(names.get(article.key()), article))
        .iterator();
  }

  /** The places of articles that candidates join: article_id, story_id, similarity. */
  private static List<Row> placed(Iterable<Signature> members, Iterable<Candidate> candidates) {
    Map<Long, Signature> articles = new HashMap<>();
    members.forEach(article -> articles.put(article.key(), article));
    List<Pair> links = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Pair pair = candidate.pair();
      if (NearDuplicates.are(
          articles.get(pair.earlier()), articles.get(pair.later()), candidate.isFresh())) {
        links.add(pair);
      }
    }
    var sets = new DisjointSets();
    Roundups.parted(links, articles).forEach(link -> sets.join(link.earlier(), link.later()));
    Map<Long, List<Signature>> stories =
        List.copyOf(sets.keys()).stream()
            .map(articles::get)
            .collect(Collectors.groupingBy(article -> sets.name(article.key())));
    return stories.values().stream().map(Stories::placed).flatMap(List::stream).toList();
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
    return "%016x".formatted(key);
  }

  static long key(String id) {
    return Long.parseUnsignedLong(id, 16);
  }
}
