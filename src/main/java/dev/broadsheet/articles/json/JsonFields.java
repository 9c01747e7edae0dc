package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.broadsheet.articles.fields.Examples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that the values at the start of a JSON file have, each as a path into objects with an
 * example. Lists add nothing to a path.
 */
final class JsonFields {
  private static final int MOST_FIELDS = 500;
  private static final int DEEPEST = 6;
  private static final int MOST_BROKEN = 1000;
  private static final int EXAMPLE = 2000;
  private static final char ONE_DOT_LEADER = '\u2024';

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> objects = new LinkedHashSet<>();
  private String records = "";
  private int roots;

  /** Adds the fields of all values; behind a broken one it goes on at the next object. */
  void add(JsonFactory json, byte[] bytes, int from, int to) {
    boolean list = from < to && bytes[from] == '[';
    int at = from;
    for (int broken = 0; at >= 0 && broken < MOST_BROKEN; broken++) {
      at = add(json, bytes, at, to, broken == 0 || list || roots != 1 ? "" : around());
    }
  }

  /** Where in the one value of a file an object is that stands behind a broken one. */
  private String around() {
    boolean onlyObjects = texts.keySet().stream().allMatch(name -> name.contains("."));
    return !records.isEmpty()
        ? records + "."
        : onlyObjects && !objects.isEmpty() ? objects.iterator().next() + "." : "";
  }

  /** Adds values up to a broken one; returns where the next object begins, -1 if none does. */
  private int add(JsonFactory json, byte[] bytes, int from, int to, String path) {
    try (JsonParser parser = json.createParser(bytes, from, to - from)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_OBJECT) {
            roots += path.isEmpty() ? 1 : 0;
            object(parser, path, path.isEmpty() ? 0 : 1);
          }
        }
        return -1;
      } catch (IOException e) {
        // It is the start of a file: it may break off, and what is wrong is said by the reader.
        long behind = Math.max(1, parser.currentLocation().getByteOffset());
        return nextObject(bytes, (int) (from + behind), to);
      }
    } catch (IOException e) {
      return -1;
    }
  }

  private static int nextObject(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      int key = at + 1;
      while (bytes[at] == '{' && key < to && JsonRoots.isSpace(bytes[key])) {
        key++;
      }
      if (bytes[at] == '{' && key < to && bytes[key] == '"') {
        return at;
      }
    }
    return -1;
  }

  private void object(JsonParser parser, String path, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean wraps = depth > 0 && JsonRecord.WRAPPER.matcher(name).matches();
      JsonToken token = parser.nextToken();
      String child = wraps ? path.substring(0, path.length() - 1) : path + step(name, token);
      if (names.size() < MOST_FIELDS) {
        names.add(child);
        if (depth == 0 && token == JsonToken.START_OBJECT) {
          objects.add(child);
        }
      }
      value(parser, token, child, depth + 1);
    }
  }

  /** A key as one step of a path, be it an address: a dot in it would part it. */
  private static String step(String name, JsonToken token) {
    return token == JsonToken.START_OBJECT ? name.replace('.', ONE_DOT_LEADER) : name;
  }

  private void value(JsonParser parser, JsonToken token, String path, int depth)
      throws IOException {
    if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
      object(parser, path + ".", depth);
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        if (t == null) {
          return;
        }
        if (t == JsonToken.START_OBJECT) {
          lists.add(path);
          records = records.isEmpty() ? path : records;
        }
        value(parser, t, path, depth);
      }
    } else if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
    } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      boolean text = token == JsonToken.VALUE_STRING || token.isNumeric();
      String example = parser.getText();
      if (text && names.contains(path) && !example.isBlank()) {
        texts.putIfAbsent(path, example.substring(0, Math.min(EXAMPLE, example.length())));
      }
    }
  }

  /** How many values there were. */
  int roots() {
    return roots;
  }

  /** The paths that lead to lists of objects. */
  List<String> lists() {
    return List.copyOf(lists);
  }

  /** The fields of the objects of a list, or of the values themselves, that hold objects. */
  List<String> objects(String list) {
    if (list.isEmpty()) {
      return List.copyOf(objects);
    }
    return names(list).stream()
        .filter(name -> name.contains("."))
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .filter(name -> !lists.contains(list + "." + name))
        .toList();
  }

  /**
   * The fields of the objects of a list; of the values themselves where the path is empty, of their
   * first object where it is {@link JsonLook#ANY}.
   */
  List<String> names(String list) {
    return within(names, path(list));
  }

  /** The first field of these objects themselves. */
  Optional<String> first(String list) {
    return names(list).stream().filter(name -> !name.contains(".")).findFirst();
  }

  /** Of these, the ones that hold text or numbers, each with an example. */
  Map<String, String> texts(String list) {
    String path = path(list);
    var within = new LinkedHashMap<String, String>();
    within(texts.keySet(), path)
        .forEach(name -> within.put(name, texts.get(path.isEmpty() ? name : path + "." + name)));
    return within;
  }

  /** Of the values' own, the ones that are in no list of objects. */
  Map<String, String> textsOutsideOfLists() {
    var outside = new LinkedHashMap<>(texts);
    outside.keySet().removeIf(name -> lists.stream().anyMatch(l -> name.startsWith(l + ".")));
    return outside;
  }

  /** The path with the first name that leads on for each step that may be any. */
  private String path(String list) {
    if (!list.contains(JsonLook.ANY)) {
      return list;
    }
    String path = "";
    for (String step : list.split("\\.")) {
      String before = path;
      path += step.equals(JsonLook.ANY) ? firstWithin(before) : step;
      path += ".";
    }
    return path.substring(0, path.length() - 1);
  }

  private String firstWithin(String before) {
    return names.stream()
        .filter(name -> name.startsWith(before) && name.indexOf('.', before.length()) > 0)
        .map(name -> name.substring(before.length(), name.indexOf('.', before.length())))
        .findFirst()
        .orElse(JsonLook.ANY);
  }

  private static List<String> within(Set<String> paths, String list) {
    if (list.isEmpty()) {
      return List.copyOf(paths);
    }
    return paths.stream()
        .filter(path -> path.startsWith(list + "."))
        .map(path -> path.substring(list.length() + 1))
        .toList();
  }

  /** How much of a text was seen, up to 2,000 characters. */
  int length(String path) {
    return texts.getOrDefault(path, "").length();
  }

  /** The fields with an example each, for a person. */
  String described(String list) {
    String prefix = list.isEmpty() ? "" : path(list) + ".";
    List<String> described = new ArrayList<>();
    for (String name : names(list)) {
      String example = texts.get(prefix + name);
      if (example != null) {
        described.add(Examples.of(name, example));
      }
    }
    return described.isEmpty()
        ? String.join(", ", names(list))
        : described.stream().limit(Examples.MOST).collect(Collectors.joining(", "));
  }
}
