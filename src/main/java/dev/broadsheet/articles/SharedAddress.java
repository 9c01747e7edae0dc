package dev.broadsheet.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.collection.Seq;

/**
 * What stands under one address: versions of one article, or several articles. Versions have equal
 * titles, or half of the shorter text is in the other; a text of a line or less is too short to be
 * another article.
 */
final class SharedAddress {
  /** How much of the shorter text is in the other one of a version. */
  private static final double SAME_TEXT = 0.5;

  /**
   * With so many articles before it, at most, a text is compared; equal titles are always found.
   */
  private static final int COMPARED = 200;

  /** The winner of the versions of an article. */
  private record Winner(String content, int[] sketch) {}

  private SharedAddress() {}

  /**
   * Says of each version which article it is of.
   *
   * @param versions place, title, content, sketch; in the order in which the first wins
   * @return place, article (the content of its winner), and how many articles there are
   */
  static Row[] split(Seq<Row> versions) {
    List<Winner> winners = new ArrayList<>();
    Map<String, Winner> byTitle = new HashMap<>();
    Winner[] articles = new Winner[versions.size()];
    for (int i = 0; i < articles.length; i++) {
      Row version = versions.apply(i);
      int[] sketch = version.<Integer>getList(3).stream().mapToInt(Integer::intValue).toArray();
      Winner winner = byTitle.get(version.getString(1));
      if (winner == null && !winners.isEmpty() && !TextSketch.isFull(sketch)) {
        winner = winners.get(0);
      }
      for (int j = winners.size() - 1;
          winner == null && j >= Math.max(0, winners.size() - COMPARED);
          j--) {
        if (TextSketch.containment(sketch, winners.get(j).sketch) >= SAME_TEXT) {
          winner = winners.get(j);
        }
      }
      if (winner == null) {
        winner = new Winner(version.getString(2), sketch);
        winners.add(winner);
      }
      byTitle.putIfAbsent(version.getString(1), winner);
      articles[i] = winner;
    }
    Row[] rows = new Row[articles.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = RowFactory.create(versions.apply(i).getInt(0), articles[i].content, winners.size());
    }
    return rows;
  }
}
