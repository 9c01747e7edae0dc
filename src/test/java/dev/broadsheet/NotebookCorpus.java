package dev.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Corpora that a notebook may meet, made of the seeds. */
final class NotebookCorpus {
  /** What hostile sites write into titles, texts and addresses. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>window.owned=1;document.title='owned'</script>",
          "</script><script>alert(1)</script>",
          "\"><img src=x onerror=window.owned=1>",
          "<svg onload=alert(1)><a href=javascript:alert(1)>here</a>",
          "[click](javascript:alert(1)) **bold** `code` | cell | ![x](https://evil.example/x.png)",
          "$x^2$ $$y$$ \\(z\\) {{ 7 * 7 }} {% raw %} ${owned}",
          "\u202Etfel ot thgir\u202C שלום עולם مرحبا بالعالم",
          "&lt;script&gt;alert(1)&lt;/script&gt; ' \" ` &amp;amp;",
          "x".repeat(500),
          "long ".repeat(100));

  private NotebookCorpus() {}

  /** Sixty articles of five sources; hostile titles, addresses and ends of texts. */
  static Path hostile(Path folder) {
    var corpus = new Corpus(folder);
    List<String[]> articles = seeds(60);
    for (int i = 0; i < articles.size(); i++) {
      String[] lines = articles.get(i);
      String hostile = HOSTILE.get(i % HOSTILE.size());
      String url =
          i % 20 == 19
              ? "javascript:alert(1)"
              : "https://h%d.example/%d?a=<script>alert(1)</script>&b=\"'".formatted(i % 5, i);
      corpus.article(i + ".txt", hostile + " " + lines[0], lines[1], url, lines[3] + " " + hostile);
    }
    return folder;
  }

  /** Forty articles of one source, without dates. */
  static Path withoutDates(Path folder) {
    var corpus = new Corpus(folder);
    List<String[]> articles = seeds(40);
    for (int i = 0; i < articles.size(); i++) {
      String[] lines = articles.get(i);
      corpus.article(i + ".txt", lines[0], "", "https://only.example/" + i, lines[3]);
    }
    return folder;
  }

  /** One article. */
  static Path one(Path folder) {
    new Corpus(folder)
        .article(
            "1.txt",
            "River rises over levee",
            "",
            "https://a.example/1",
            "The river rose over bridge and levee.");
    return folder;
  }

  /** Title, date, address and text of the first of the seeds. */
  private static List<String[]> seeds(int number) {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .limit(number)
          .map(NotebookCorpus::lines)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] lines(Path file) {
    try {
      return Files.readString(file).split("\n", 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
