package dev.broadsheet.job.stages;

import dev.broadsheet.tables.Article;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * What the stages found of each article, put together without a shuffle: all of it is in the
 * canonical order, by the original's id and then the article's, in the same partitions.
 */
public final class ArticleParts {
  /** Gives an article what is known of it, or of its original. */
  interface Addition<T> extends java.io.Serializable {
    Article to(Article article, T known);
  }

  /** The original's article_id of what is known. */
  interface Original<T> extends java.io.Serializable {
    String of(T known);
  }

  private final JavaRDD<Article> articles;

  private ArticleParts(JavaRDD<Article> articles) {
    this.articles = articles;
  }

  /**
   * Puts together.
   *
   * @param metadata what {@link Article#of} wants
   * @param stories original, article_id, story_id, similarity and is_first of those that are in one
   * @param names what {@link FindNames} found
   */
  public static ArticleParts of(JavaRDD<Row> metadata, JavaRDD<Row> stories, FoundNames names) {
    JavaRDD<Article> articles =
        metadata
            .map(Article::of)
            .zipPartitions(
                stories,
                (all, some) ->
                    new Merged<>(
                        all,
                        some,
                        member -> member.getString(0),
                        ArticleParts::compareMembers,
                        ArticleParts::inStory));
    Broadcast<Set<String>> frequent =
        JavaSparkContext.fromSparkContext(metadata.context())
            .broadcast(new HashSet<>(names.frequent().keySet()));
    return new ArticleParts(
        names.byArticle().isEmpty()
            ? articles
            : with(
                articles,
                names.byArticle().get(),
                row -> row.getString(0),
                (article, row) -> article.withNames(kept(row.getAs(1), frequent.value()))));
  }

  private static String[] kept(String[] names, Set<String> frequent) {
    return Stream.of(names).filter(frequent::contains).toArray(String[]::new);
  }

  /** The articles without topics. */
  JavaRDD<Article> articles() {
    return articles;
  }

  /**
   * The articles with what is known of originals.
   *
   * @param known of some originals, in the canonical order
   */
  <T> JavaRDD<Article> articles(JavaRDD<T> known, Original<T> original, Addition<T> addition) {
    return with(articles, known, original, addition);
  }

  private static <T> JavaRDD<Article> with(
      JavaRDD<Article> articles, JavaRDD<T> known, Original<T> original, Addition<T> addition) {
    // Of no rows Spark SQL makes no partitions.
    if (known.getNumPartitions() == 0) {
      return articles;
    }
    return articles.zipPartitions(
        known,
        (all, some) ->
            new Merged<>(
                all,
                some,
                original,
                (one, article) -> original.of(one).compareTo(article.original()),
                addition));
  }

  private static int compareMembers(Row member, Article article) {
    int byOriginal = member.getString(0).compareTo(article.original());
    return byOriginal != 0 ? byOriginal : member.getString(1).compareTo(article.id());
  }

  private static Article inStory(Article article, Row member) {
    return article.withStory(
        new Article.Story(member.getString(2), member.getDouble(3), member.getBoolean(4)));
  }

  /** Whether one comes before an article (below 0), is of it (0), or comes after it. */
  private interface Order<T> extends java.io.Serializable {
    int compare(T one, Article article);
  }

  /** Articles with what is known of some of them, in the same order. */
  private static final class Merged<T> implements Iterator<Article> {
    private final Iterator<Article> articles;
    private final Iterator<T> known;
    private final Original<T> original;
    private final Order<T> order;
    private final Addition<T> addition;
    private T next;
    private boolean used = true;

    Merged(
        Iterator<Article> articles,
        Iterator<T> known,
        Original<T> original,
        Order<T> order,
        Addition<T> addition) {
      this.articles = articles;
      this.known = known;
      this.original = original;
      this.order = order;
      this.addition = addition;
      advance();
    }

    private void advance() {
      if (!used) {
        throw new IllegalStateException(
            "Cannot put articles together: %s is in another order.".formatted(original.of(next)));
      }
      next = known.hasNext() ? known.next() : null;
      used = next == null;
    }

    @Override
    public boolean hasNext() {
      if (articles.hasNext()) {
        return true;
      }
      if (next != null) {
        advance();
      }
      if (next != null) {
        throw new IllegalStateException(
            "Cannot put articles together: %s is of no article.".formatted(original.of(next)));
      }
      return false;
    }

    @Override
    public Article next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Article article = articles.next();
      while (next != null && order.compare(next, article) < 0) {
        advance();
      }
      if (next == null || order.compare(next, article) > 0) {
        return article;
      }
      used = true;
      return addition.to(article, next);
    }
  }
}
