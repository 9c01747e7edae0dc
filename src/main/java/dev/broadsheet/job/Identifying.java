package dev.broadsheet.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import dev.broadsheet.articles.ArticleId;
import dev.broadsheet.articles.CanonicalOrder;
import dev.broadsheet.articles.Duplicates;
import dev.broadsheet.runs.Check;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From records to articles with ids, and which repeat which: a stage of the job. */
final class Identifying {
  /** So large a part of the articles may share its address with others before it is a warning. */
  private static final double SHARED_ADDRESSES = 0.01;

  /** Articles that have their ids, and what is remarkable about their addresses. */
  record Identified(Dataset<Row> articles, Check addresses) {}

  private final Cache cache;

  Identifying(Cache cache) {
    this.cache = cache;
  }

  /**
   * Articles with id, duplicate_of and stub, cached, in the {@linkplain CanonicalOrder canonical
   * order}.
   */
  Stages.Outcome<Identified> identify(Reading.Records records) {
    Dataset<Row> versions = cache.keep(ArticleId.assign(records.validRows()));
    Dataset<Row> marked = Duplicates.mark(versions);
    Dataset<Row> placed =
        CanonicalOrder.of(
            marked,
            CanonicalOrder.partitions(records.valid()),
            coalesce(col("duplicate_of"), col("article_id")));
    Dataset<Row> articles = cache.keep(placed.drop("canonical_url", "record"));
    long duplicates = articles.where(col("duplicate_of").isNotNull()).count();
    records.rejectedRows().count();
    Check addresses = sharedAddresses(versions, records.valid());
    cache.release(versions);
    cache.release(records.rows());
    return new Stages.Outcome<>(
        new Identified(articles, addresses),
        records.valid(),
        "%,d articles, %,d of them duplicates".formatted(records.valid(), duplicates));
  }

  private static Check sharedAddresses(Dataset<Row> versions, long articles) {
    List<Row> shared = ArticleId.sharedAddresses(versions).collectAsList();
    return Check.warning(
        "addresses_shared",
        shared.isEmpty() ? 0 : (double) shared.get(0).getLong(2) / articles,
        SHARED_ADDRESSES,
        shared.isEmpty()
            ? "part of the articles whose address is that of others too"
            : shared.stream()
                .map(row -> "%s (%,d)".formatted(row.getString(0), row.getLong(1)))
                .collect(
                    Collectors.joining(
                        ", ",
                        "part of the articles whose address, as of a home page or a feed, is that of others too: ",
                        "")));
  }
}
