package dev.broadsheet.articles.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What may be meant by a path that is not there. */
final class NearestPath {
  /** So large a part of a name may be written wrong. */
  private static final double WRONG = 0.4;

  private NearestPath() {}

  /**
   * The end of a message: the child of the nearest folder that is there whose name is most like the
   * one that is asked for; empty if none is like it.
   */
  static String to(Path missing, FileSystem fs) {
    try {
      Path asked = fs.makeQualified(missing);
      Path folder = asked.getParent();
      while (folder != null && !fs.exists(folder)) {
        asked = folder;
        folder = folder.getParent();
      }
      if (folder == null) {
        return "";
      }
      String name = asked.getName();
      Optional<String> nearest =
          Arrays.stream(fs.listStatus(folder))
              .map(status -> status.getPath().getName())
              .filter(child -> distance(name, child) <= WRONG * name.length())
              .min(
                  Comparator.<String>comparingInt(child -> distance(name, child))
                      .thenComparing(Comparator.naturalOrder()));
      String there = folder.toString();
      return nearest
          .map(child -> "; in %s there is %s".formatted(there, child))
          .orElse(asked.equals(fs.makeQualified(missing)) ? "" : "; there is no " + asked);
    } catch (IOException | IllegalArgumentException e) {
      // It is a help only: the path is missing, whatever else is wrong.
      return "";
    }
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}
