package dev.broadsheet.articles.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which elements of an XML file are in which, of the first of them: where its titles are. */
final class XmlOutline {
  private static final Set<String> TITLES = Set.of("title", "headline", "hl1", "head1");

  /** What has a title in it, but is only the head of an article. */
  private static final Pattern HEADS =
      Pattern.compile(
          "(?i).*(?:head|header|hedline|headlines|meta|metadata|info|desc|stmt|group|front)");

  private static final int MOST_PATHS = 1000;

  private final List<String> path = new ArrayList<>();
  private final Map<List<String>, Integer> times = new HashMap<>();
  private Optional<List<String>> title = Optional.empty();

  void enter(String element) {
    path.add(element);
    if (times.size() < MOST_PATHS || times.containsKey(path)) {
      times.merge(List.copyOf(path), 1, Integer::sum);
    }
    boolean named = TITLES.contains(element.toLowerCase(Locale.ROOT));
    if (named && (title.isEmpty() || times.getOrDefault(path, 0) > times.get(title.get()))) {
      title = Optional.of(List.copyOf(path));
    }
  }

  void leave() {
    if (!path.isEmpty()) {
      path.remove(path.size() - 1);
    }
  }

  /**
   * The outermost element that stands several times and is no markup, such as the speeches of a
   * debate, of several the commonest.
   */
  Optional<String> severalTimes() {
    return times.entrySet().stream()
        .filter(path -> path.getKey().size() > 1 && path.getValue() > 1)
        .filter(path -> !XmlElement.isMarkup(path.getKey().get(path.getKey().size() - 1)))
        .min(
            Comparator.comparing((Map.Entry<List<String>, Integer> path) -> path.getKey().size())
                .thenComparing(path -> -path.getValue())
                .thenComparing(path -> String.join("/", path.getKey())))
        .map(path -> path.getKey().get(path.getKey().size() - 1));
  }

  /**
   * The outermost element around a title that stands there several times; where none does, the one
   * around the title, which is no head.
   */
  Optional<String> aroundTitles() {
    return title
        .filter(found -> found.size() > 1)
        .map(
            found -> {
              for (int depth = 1; depth < found.size(); depth++) {
                if (times.getOrDefault(found.subList(0, depth), 0) > 1) {
                  return found.get(depth - 1);
                }
              }
              int around = found.size() - 2;
              while (around > 0 && HEADS.matcher(found.get(around)).matches()) {
                around--;
              }
              return found.get(around);
            });
  }
}
