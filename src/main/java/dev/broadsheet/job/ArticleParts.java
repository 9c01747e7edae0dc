package dev.broadsheet.job;

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
final class ArticleParts {
  /** Gives an article what a row knows of it, or of its original. */
  interface Addition extends java.io.Serializable {
    Article to(Article article, Row row);
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
   * @param names what {@link Naming#find} found
   */
  static ArticleParts of(JavaRDD<Row> metadata, JavaRDD<Row> stories, Naming.Found names) {
    JavaRDD<Article> articles =
        metadata
            .map(Article::of)
            .zipPartitions(
                stories,
                (all, some) ->
                    new Merged(all, some, ArticleParts::compareMembers, ArticleParts::inStory));
    Broadcast<Set<String>> frequent =
        JavaSparkContext.fromSparkContext(metadata.context())
            .broadcast(new HashSet<>(names.frequent()));
    return new ArticleParts(
        names.byArticle().isEmpty()
            ? articles
            : with(
                articles,
                names.byArticle().get(),
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
   * The articles with what rows know of originals.
   *
   * @param rows article_id and more; of some originals, in the canonical order
   */
  JavaRDD<Article> articles(JavaRDD<Row> rows, Addition addition) {
    return with(articles, rows, addition);
  }

  private static JavaRDD<Article> with(
      JavaRDD<Article> articles, JavaRDD<Row> rows, Addition addition) {
    // Of no rows Spark SQL makes no partitions.
    if (rows.getNumPartitions() == 0) {
      return articles;
    }
    return articles.zipPartitions(
        rows,
        (all, some) ->
            new Merged(
                all,
                some,
                (row, article) -> row.getString(0).compareTo(article.original()),
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

  /** Whether a row comes before an article (below 0), is of it (0), or comes after it. */
  private interface Order extends java.io.Serializable {
    int compare(Row row, Article article);
  }

  /** Articles with what some rows in the same order know of them. */
  private static final class Merged implements Iterator<Article> {
    private final Iterator<Article> articles;
    private final Iterator<Row> rows;
    private final Order order;
    private final Addition addition;
    private Row row;
    private boolean used = true;

    Merged(Iterator<Article> articles, Iterator<Row> rows, Order order, Addition addition) {
      this.articles = articles;
      this.rows = rows;
      this.order = order;
      this.addition = addition;
      advance();
    }

    private void advance() {
      if (!used) {
        throw new IllegalStateException(
            "Cannot put articles together: %s is in another order.".formatted(row.get(0)));
      }
      row = rows.hasNext() ? rows.next() : null;
      used = row == null;
    }

    @Override
    public boolean hasNext() {
      if (articles.hasNext()) {
        return true;
      }
      if (row != null) {
        advance();
      }
      if (row != null) {
        throw new IllegalStateException(
            "Cannot put articles together: %s is of no article.".formatted(row.get(0)));
      }
      return false;
    }

    @Override
    public Article next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Article article = articles.next();
      while (row != null && order.compare(row, article) < 0) {
        advance();
      }
      if (row == null || order.compare(row, article) > 0) {
        return article;
      }
      used = true;
      return addition.to(article, row);
    }
  }
}
