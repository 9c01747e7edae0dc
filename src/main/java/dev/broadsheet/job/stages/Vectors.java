package dev.broadsheet.job.stages;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The vectors of the model: article_id, counts and features of documents that have terms.
 *
 * @param steps from tokens to vectors
 * @param cached what the rows are computed from, to be released
 * @param documents how many
 * @param nonzeros of all of them
 */
public record Vectors(
    List<Transformer> steps,
    Dataset<Row> cached,
    Dataset<Row> rows,
    long documents,
    long nonzeros) {}
