package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.cleaning.MarkdownText;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.RawRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A page in Markdown, as generators of sites (Hugo, Jekyll, Eleventy) and note-taking programs
 * (Obsidian, Notion) keep them: what its front matter says of title, date and address, else the
 * first heading and the labelled lines below it, else the name of the file; and its {@link
 * MarkdownText}. A page whose front matter says that it is a draft is left out.
 */
final class MarkdownArticle {
  private MarkdownArticle() {}

  static Row parse(String file, InputStream in, ReadOptions options) throws IOException {
    WholeText whole = WholeText.of(file, in, options);
    if (whole.rejected().isPresent()) {
      return whole.rejected().get();
    }
    List<String> lines = whole.text().lines().toList();
    int first =
        IntStream.range(0, lines.size()).filter(i -> !lines.get(i).isBlank()).findFirst().orElse(0);
    Optional<TextHead> front = TextHead.fenced(lines, first).or(() -> JsonHead.of(lines, first));
    Optional<String> beside = front.flatMap(head -> BesideArticles.kind(new Page(head)));
    if (beside.isPresent()) {
      return RawRecord.leftOut(file, 1, beside.get(), "");
    }
    int body = front.map(TextHead::body).orElse(first);
    Optional<TextHead> head = front.or(() -> TextHead.belowHeading(lines, body));
    Optional<String> title = value(head, ArticleField.TITLE);
    MarkdownText text =
        MarkdownText.read(text(lines, body, front.isPresent() ? Optional.empty() : head));
    boolean repeated = title.isEmpty() || title.get().equalsIgnoreCase(text.heading());
    String rest =
        repeated || text.heading().isEmpty() ? text.text() : text.heading() + "\n\n" + text.text();
    String readAs =
        Stream.of(whole.encoding(), "Markdown", head.map(TextHead::saidWithoutBody).orElse(""))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining(", "));
    return RowFactory.create(
        file,
        1L,
        title
            .or(() -> Optional.of(text.heading()).filter(heading -> !heading.isBlank()))
            .orElseGet(() -> FileTitle.name(file)),
        value(head, ArticleField.DATE).orElse(null),
        value(head, ArticleField.URL).or(() -> head.flatMap(TextHead::source)).orElse(null),
        rest.isBlank() ? value(head, ArticleField.BODY).orElse(null) : rest,
        null,
        null,
        null,
        readAs);
  }

  /** What stands below the front matter; of labelled lines below a heading the heading only. */
  private static String text(List<String> lines, int body, Optional<TextHead> below) {
    return below
        .map(
            head ->
                Stream.concat(
                    lines.subList(body, head.first()).stream(),
                    lines.subList(head.body(), lines.size()).stream()))
        .orElseGet(() -> lines.subList(body, lines.size()).stream())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<String> value(Optional<TextHead> head, ArticleField field) {
    return head.flatMap(known -> known.value(field));
  }

  /**
   * What front matter says of a page, by names in any case; the file's name is the end of its
   * address.
   */
  private record Page(TextHead head) implements BesideArticles.Fields {
    @Override
    public boolean has(String name) {
      return name.equals("slug") || head.all().containsKey(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String text(String name) {
      return head.all().getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }
}
