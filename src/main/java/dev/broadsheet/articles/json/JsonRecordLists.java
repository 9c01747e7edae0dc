package dev.broadsheet.articles.json;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.InnerFields;
import dev.broadsheet.articles.records.ArticleField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which lists of objects in a JSON file may be its records. */
final class JsonRecordLists {
  /** A list, and the fields of its objects. */
  record Found(String path, Fields inside) {
    /** Whether these are records around which such fields say nothing of an article. */
    boolean saysMoreThan(Fields around, JsonFields fields) {
      String body = String.join("", around.of(ArticleField.BODY));
      String own = path + "." + String.join("", inside.of(ArticleField.BODY));
      return OF_RECORDS.matcher(path).matches()
          && Stream.of(ArticleField.DATE, ArticleField.URL)
              .flatMap(field -> around.of(field).stream())
              .allMatch(name -> name.startsWith(path + "."))
          && fields.length(own) >= fields.length(body);
    }
  }

  /** As lists of records are called, and not what belongs to an article: related, comments, faq. */
  private static final Pattern OF_RECORDS =
      Pattern.compile(
          "(?i)(?:(?:data|response|results?|payload|hits|feed|db|rss|channel)\\.)*"
              + "(?:data|results?|hits|feed|articles?|news|posts?|stories|documents?|docs|entries|items?|records?|rows|messages)");

  private final JsonFields fields;
  private final Fields columns;

  JsonRecordLists(JsonFields fields, Fields columns) {
    this.fields = fields;
    this.columns = columns;
  }

  /**
   * The one list whose objects have title and body, each as a field of its own where the list is
   * not the value's own; or else the one whose objects have both in one object. One guess is taken,
   * two are only proposed.
   */
  Optional<Found> only() {
    List<Found> enough =
        lists().stream()
            .map(path -> new Found(path, inside(path)))
            .filter(list -> list.inside.areEnough())
            .toList();
    List<Found> outer =
        enough.stream()
            .filter(
                list -> enough.stream().noneMatch(other -> list.path.startsWith(other.path + ".")))
            .toList();
    List<Found> flat =
        outer.stream().filter(list -> !list.path.contains(".") || list.inside.areFlat()).toList();
    if (outer.size() == 1 && flat.size() == 1) {
      return Optional.of(flat.get(0));
    }
    List<Found> wrapped = lists().stream().flatMap(path -> wrapped(path).stream()).toList();
    return outer.size() < 2 && wrapped.size() == 1 ? Optional.of(wrapped.get(0)) : Optional.empty();
  }

  /**
   * A value's own fields: those that were asked for only, where title and body were taken from the
   * objects of one list, as "news.title" and "news.text" are. An article in parts has a date and an
   * address outside of that list.
   */
  Fields outside(Fields own) {
    List<String> names =
        Stream.of(ArticleField.TITLE, ArticleField.BODY)
            .flatMap(field -> own.of(field).stream())
            .distinct()
            .toList();
    boolean ofRecords =
        names.size() > 1
            && !columns.areEnough()
            && fields.lists().stream()
                .anyMatch(
                    path ->
                        names.stream().allMatch(name -> name.startsWith(path + "."))
                            && !(isOutside(path, own, ArticleField.DATE)
                                && isOutside(path, own, ArticleField.URL)));
    return ofRecords ? columns : own;
  }

  private static boolean isOutside(String path, Fields own, ArticleField field) {
    return own.of(field).stream().anyMatch(name -> !name.startsWith(path + "."));
  }

  /** All but those of people, tags and the like, which have names and descriptions, too. */
  private List<String> lists() {
    return fields.lists().stream()
        .filter(path -> mayHoldArticles(path.substring(path.lastIndexOf('.') + 1)))
        .toList();
  }

  /** An object of this name is the source of articles, a list of them is made of these. */
  private static boolean mayHoldArticles(String list) {
    return InnerFields.mayBeArticle(list) || list.equals("feed");
  }

  private Optional<Found> wrapped(String path) {
    return JsonWrapper.of(fields, path, columns).map(inside -> new Found(path, inside));
  }

  private Fields inside(String path) {
    return columns.resolve(fields.names(path), fields.texts(path));
  }

  /** Lists of objects that have a title of any name, or a body and a date; the likeliest first. */
  List<String> likeliestFirst() {
    List<String> enough = new ArrayList<>();
    List<String> guessed = new ArrayList<>();
    List<String> titled = new ArrayList<>();
    List<String> dated = new ArrayList<>();
    for (String path : lists()) {
      Fields inside = inside(path);
      if (inside.areEnough()) {
        enough.add(path);
      } else if (isLikely(columns.guess(fields.texts(path)))) {
        guessed.add(path);
      } else if (!inside.of(ArticleField.TITLE).isEmpty()
          || columns.guess(fields.texts(path)).areEnough()) {
        titled.add(path);
      } else if (isDatedText(inside) || isDatedText(columns.guess(fields.texts(path)))) {
        dated.add(path);
      }
    }
    return Stream.of(enough, guessed, titled, dated).flatMap(List::stream).toList();
  }

  /**
   * The likeliest list, or all that are as likely and whose paths differ in one name, which is
   * {@link JsonLook#ANY} then: articles by day, by outlet, by section. Empty if there is none.
   */
  String proposed() {
    List<String> lists = likeliestFirst();
    if (lists.isEmpty()) {
      return "";
    }
    String first = lists.get(0);
    List<String> alike =
        lists().stream()
            .filter(path -> inside(path).areEnough() && !path.equals(first))
            .map(path -> common(first, path))
            .distinct()
            .toList();
    return alike.size() == 1 && !alike.get(0).isEmpty() ? alike.get(0) : first;
  }

  /** Both paths in one, if they differ in one step; empty otherwise. */
  private static String common(String a, String b) {
    String[] some = a.split("\\.");
    String[] others = b.split("\\.");
    if (some.length != others.length) {
      return "";
    }
    int different = 0;
    for (int i = 0; i < some.length; i++) {
      if (!some[i].equals(others[i])) {
        some[i] = JsonLook.ANY;
        different++;
      }
    }
    return different == 1 ? String.join(".", some) : "";
  }

  /** Title and body are two fields, and there is a date or an address. */
  private static boolean isLikely(Fields guess) {
    return guess.areEnough()
        && !guess.of(ArticleField.TITLE).equals(guess.of(ArticleField.BODY))
        && !(guess.of(ArticleField.DATE).isEmpty() && guess.of(ArticleField.URL).isEmpty());
  }

  private static boolean isDatedText(Fields fields) {
    return !fields.of(ArticleField.BODY).isEmpty() && !fields.of(ArticleField.DATE).isEmpty();
  }
}
