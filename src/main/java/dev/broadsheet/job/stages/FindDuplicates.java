package dev.broadsheet.job.stages;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import dev.broadsheet.articles.identity.CanonicalOrder;
import dev.broadsheet.articles.identity.Identities;
import dev.broadsheet.articles.identity.SharedAddresses;
import dev.broadsheet.runs.Check;
import dev.broadsheet.shuffle.Columns;
import dev.broadsheet.shuffle.Rows;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** From records to articles with ids, and which repeat which. */
public record FindDuplicates(Context context, Records records)
    implements Stage<FindDuplicates.Identified> {
  /** So large a part of the articles may share its address with others before it is a warning. */
  private static final double SHARED_ADDRESSES = 0.01;

  /**
   * Articles that have their ids, and what is remarkable about their addresses.
   *
   * @param articles with the columns of {@link #ARTICLES}; cached
   * @param rejected input_file, record, reason, detail, raw, published, source of the records that
   *     are no articles; cached
   */
  public record Identified(JavaRDD<Row> articles, JavaRDD<Row> rejected, Check addresses) {}

  /** What later stages ask of a record. */
  private static final StructType KEPT =
      Columns.of(
          "input_file string, title string, published date, url string, source string, body string,"
              + " defects string");

  /** The columns of articles that have their ids. */
  static final StructType ARTICLES = Identities.schema(KEPT);

  private static final int DUPLICATE_OF = ARTICLES.fieldIndex("duplicate_of");

  /**
   * Articles with id, duplicate_of and stub, cached, in the {@linkplain CanonicalOrder canonical
   * order}: the one time that their bodies are moved.
   */
  @Override
  public Outcome<Identified> run() {
    JavaRDD<Row> rows = records.validRows();
    JavaRDD<long[]> keys = context.cache().keep(Identities.keys(rows));
    var identities = Identities.of(rows, keys, records.valid());
    Dataset<Row> ordered =
        CanonicalOrder.of(
            Rows.dataset(context.spark(), identities.articles(KEPT), ARTICLES),
            CanonicalOrder.partitions(records.valid(), records.characters()),
            coalesce(col("duplicate_of"), col("article_id")));
    JavaRDD<Row> articles = context.cache().keep(Rows.of(ordered), ARTICLES);
    long duplicates = articles.filter(row -> !row.isNullAt(DUPLICATE_OF)).count();
    JavaRDD<Row> rejected = context.cache().keep(records.rejectedRows());
    rejected.count();
    Check addresses = check(identities.sharedAddresses(), records.valid());
    context.cache().release(keys);
    context.cache().release(records.rows());
    return new Outcome<>(
        new Identified(articles, rejected, addresses),
        records.valid(),
        "%,d articles, %,d of them duplicates".formatted(records.valid(), duplicates));
  }

  private static Check check(SharedAddresses shared, long articles) {
    return Check.warning(
        "addresses_shared",
        (double) shared.articles() / articles,
        SHARED_ADDRESSES,
        shared.first().isEmpty()
            ? "part of the articles whose address is that of others too"
            : shared.first().stream()
                .map(address -> "%s (%,d)".formatted(address.address(), address.articles()))
                .collect(
                    Collectors.joining(
                        ", ",
                        "part of the articles whose address, as of a home page or a feed, is that of others too: ",
                        "")));
  }
}
