package dev.broadsheet.tables;

import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.statistics.Baseline.Count;
import dev.broadsheet.statistics.FalseDiscoveryRate;
import dev.broadsheet.statistics.Surprise;
import dev.broadsheet.tables.NameSeries.Mention;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Where and when each name is in the news: one object a name on the cluster, of the size of its
 * days and topics; and on the driver what one pass over these finds.
 */
public final class NameCounts {
  /** What is usual: the articles of each day that have a topic, and how many days have any. */
  private record Volume(int first, long[] byDay, long all, long periods) implements Serializable {
    static Volume of(int first, long[] byDay) {
      long periods = Arrays.stream(byDay).filter(total -> total > 0).count();
      return new Volume(first, byDay, Arrays.stream(byDay).sum(), periods);
    }

    /** Of each day of a name; none where there are too few days. */
    List<Surprise> surprises(NameSeries name) {
      if (periods < Surprise.LEAST_PERIODS) {
        return List.of();
      }
      List<Count> counts =
          IntStream.range(0, name.days())
              .mapToObj(i -> new Count(name.day(i), name.articles(i), byDay[name.day(i) - first]))
              .toList();
      return Surprise.of(counts, all, periods);
    }
  }

  /** The names of a part, a row each, and how surprising their days are. */
  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1;
    private final ArrayList<Row> names = new ArrayList<>();
    private final FalseDiscoveryRate tests = new FalseDiscoveryRate();

    Part with(Part other) {
      names.addAll(other.names);
      tests.add(other.tests);
      return this;
    }
  }

  private final JavaPairRDD<String, NameSeries> byName;
  private final Volume volume;
  private final Part all;

  private NameCounts(JavaPairRDD<String, NameSeries> byName, Volume volume, Part all) {
    this.byName = byName;
    this.volume = volume;
    this.all = all;
  }

  /**
   * Counts the names of articles.
   *
   * @param counts of the same articles
   */
  public static NameCounts of(JavaRDD<Article> articles, ArticleCounts counts) {
    ArticleCounts.Days days = counts.days();
    var volume = Volume.of(days.first(), counts.byDay());
    JavaPairRDD<String, NameSeries> byName =
        ByKey.mergedInFew(
            articles.mapPartitionsToPair(some -> counted(some, days)), NameSeries::with);
    Part all = byName.mapPartitions(names -> part(names, volume)).treeReduce(Part::with);
    return new NameCounts(byName, volume, all);
  }

  private static Iterator<Tuple2<String, NameSeries>> counted(
      Iterator<Article> articles, ArticleCounts.Days days) {
    List<Mention> naming = new ArrayList<>();
    articles.forEachRemaining(
        article -> {
          if (article.names().length > 0) {
            naming.add(Mention.in(article));
          }
        });
    naming.sort(Mention.BY_DAY);
    Map<String, List<Mention>> byName = new HashMap<>();
    for (Mention mention : naming) {
      for (String name : mention.article().names()) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(mention);
      }
    }
    return byName.entrySet().stream()
        .map(
            name ->
                new Tuple2<>(name.getKey(), NameSeries.of(name.getKey(), name.getValue(), days)))
        .iterator();
  }

  private static Iterator<Part> part(Iterator<Tuple2<String, NameSeries>> names, Volume volume) {
    var part = new Part();
    names.forEachRemaining(
        name -> {
          part.names.add(NamesTable.row(name._1(), name._2()));
          volume.surprises(name._2()).forEach(surprise -> part.tests.add(surprise.p()));
        });
    return List.of(part).iterator();
  }

  /** The rows of {@link NamesTable}. */
  List<Row> names() {
    return all.names;
  }

  /** The days of each name, with what is surprising in them. */
  JavaPairRDD<String, NameDays> days() {
    Volume usual = volume;
    FalseDiscoveryRate.Rates rates = all.tests.rates(all.names.size() * volume.periods());
    return byName
        .filter(name -> name._2().days() > 0)
        .mapToPair(
            name ->
                new Tuple2<>(
                    name._1(), new NameDays(name._2(), usual.surprises(name._2()), rates)));
  }
}
