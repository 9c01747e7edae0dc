package dev.broadsheet.articles.identity;

import dev.broadsheet.articles.cleaning.Letters;
import dev.broadsheet.shuffle.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * The ids of articles, and which repeat which. No article is moved for it: of rows that may share
 * their key or their text with others, what decides is sent about, and what was found comes back to
 * where the row is.
 */
public final class Identities {
  /** What is added to rows. */
  private static final StructType FOUND =
      Columns.of(
          "article_id string, version_of string, duplicate_of string, stub boolean not null");

  /** A row with its key, its text if it has letters, and where it is. */
  private record Located(Row row, long[] keys, long location) {
    ArticleRow article() {
      return ArticleRow.of(row);
    }

    boolean sharesKey(SharedHashes shared) {
      return shared.mayHave(keys[0]);
    }

    boolean sharesTextOnly(SharedHashes shared) {
      return !sharesKey(shared) && keys.length > 1 && shared.mayHave(keys[1]);
    }

    Copy copy() {
      return new Copy(location, keys[0], article());
    }
  }

  private final JavaRDD<Located> rows;
  private final JavaPairRDD<Long, Version> versions;
  private final JavaRDD<Identity> found;

  private Identities(JavaRDD<Located> rows, long count) {
    var parted = new HashPartitioner(CanonicalOrder.partitions(count, 0));
    this.rows = rows;
    JavaRDD<Located> runs = SharedHashes.runs(rows, 2 * count);
    JavaRDD<SharedHashes> shared = SharedHashes.of(runs.map(row -> row.keys), 2 * count);
    versions =
        SharedHashes.used(
                runs, shared, (row, known) -> Stream.of(row).filter(r -> r.sharesKey(known)))
            .mapToPair(
                row ->
                    new Tuple2<>(row.keys[0], new Version(row.copy(), row.keys[0], row.article())))
            .partitionBy(parted);
    JavaRDD<Copy> alone =
        SharedHashes.used(
                runs, shared, (row, known) -> Stream.of(row).filter(r -> r.sharesTextOnly(known)))
            .map(Located::copy);
    found =
        versions
            .values()
            .mapPartitions(some -> grouped(some, Version::key, ArticleId::assign))
            .union(alone)
            .mapToPair(copy -> new Tuple2<>(copy.text(), copy))
            .partitionBy(parted)
            .values()
            .mapPartitions(some -> grouped(some, Copy::text, Duplicates::mark))
            .mapToPair(identity -> new Tuple2<>(identity.partition(), identity))
            .partitionBy(new HashPartitioner(Math.max(1, rows.getNumPartitions())))
            .values();
  }

  /**
   * What each article may share with others: the hash of its address, or of all that it says where
   * it has none; and of the letters of its text, if it has any.
   *
   * @param articles all records that were read and not rejected
   */
  public static JavaRDD<long[]> keys(JavaRDD<Row> articles) {
    return articles.map(ArticleRow::of).map(Identities::keys);
  }

  private static long[] keys(ArticleRow article) {
    String text = Letters.hash(article.body());
    return text == null
        ? new long[] {ArticleId.key(article)}
        : new long[] {ArticleId.key(article), Long.parseUnsignedLong(text, 0, 16, 16)};
  }

  /**
   * Finds out what articles share.
   *
   * @param articles all records that were read and not rejected; used several times, so the caller
   *     may want to cache it
   * @param keys what {@link #keys} makes of these; used several times too
   * @param count how many there are
   */
  public static Identities of(JavaRDD<Row> articles, JavaRDD<long[]> keys, long count) {
    return new Identities(
        articles.zip(keys).mapPartitionsWithIndex(Identities::located, true), count);
  }

  private static Iterator<Located> located(int partition, Iterator<Tuple2<Row, long[]>> rows) {
    var place = new AtomicInteger();
    return stream(rows)
        .map(
            row ->
                new Located(
                    row._1(), row._2(), Identity.location(partition, place.getAndIncrement())))
        .iterator();
  }

  private static <T> Stream<T> stream(Iterator<T> values) {
    return StreamSupport.stream(((Iterable<T>) () -> values).spliterator(), false);
  }

  /** What is found in all of one key, for each key. */
  private static <K, T, R> Iterator<R> grouped(
      Iterator<T> values, Function<T, K> key, Function<List<T>, List<R>> find) {
    Map<K, List<T>> groups = new HashMap<>();
    values.forEachRemaining(
        value -> groups.computeIfAbsent(key.apply(value), k -> new ArrayList<>()).add(value));
    return groups.values().stream().map(find).flatMap(Collection::stream).iterator();
  }

  /** The columns of {@link #articles} where these stay. */
  public static StructType schema(StructType kept) {
    StructType all = kept;
    for (var field : FOUND.fields()) {
      all = all.add(field);
    }
    return all;
  }

  /**
   * The articles where they were, of their columns only some, with article_id; version_of: the id
   * that a version which did not win shares with the one that did, else null; duplicate_of: the id
   * of the original, which is itself no duplicate, or null; stub: whether the body is that of many
   * articles of the source.
   */
  public JavaRDD<Row> articles(StructType kept) {
    String[] columns = kept.fieldNames();
    return rows.zipPartitions(found, (some, theirs) -> identified(some, theirs, columns));
  }

  private static Iterator<Row> identified(
      Iterator<Located> rows, Iterator<Identity> found, String[] columns) {
    Map<Long, Identity> byLocation = new HashMap<>();
    found.forEachRemaining(identity -> byLocation.put(identity.location(), identity));
    return stream(rows)
        .map(
            row -> {
              Identity identity = byLocation.get(row.location);
              return with(
                  row.row, columns, identity == null ? Identity.alone(row.keys[0]) : identity);
            })
        .iterator();
  }

  private static Row with(Row row, String[] columns, Identity identity) {
    Object[] values = new Object[columns.length + FOUND.size()];
    for (int i = 0; i < columns.length; i++) {
      values[i] = row.getAs(columns[i]);
    }
    int at = columns.length;
    values[at] = identity.id();
    values[at + 1] = identity.versionOf();
    values[at + 2] = identity.duplicateOf();
    values[at + 3] = identity.isStub();
    return RowFactory.create(values);
  }

  /** The addresses that different articles share. */
  public SharedAddresses sharedAddresses() {
    return versions
        .values()
        .mapPartitions(some -> grouped(some, Version::key, all -> List.of(SharedAddresses.of(all))))
        .fold(SharedAddresses.NONE, SharedAddresses::and);
  }
}
