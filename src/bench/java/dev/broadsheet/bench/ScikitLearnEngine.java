package dev.broadsheet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.topics.TopicQuality;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * An engine of scikit-learn in a Python of its own. The matrix goes there, and W and H come back,
 * as files of bare little-endian numbers. The seconds are those of {@code fit_transform}, taken in
 * Python. H, each row scaled to add up to 1, is p(term | topic), or stands in for it with NMF,
 * which has none.
 *
 * @param script in the benchmark's folder of Python
 * @param vectors what of the documents it learns from
 * @param python has scikit-learn
 * @param matrix folder of the files
 */
record ScikitLearnEngine(
    String script,
    Function<Documents, SparseVector[]> vectors,
    PythonEnvironment python,
    Path matrix)
    implements Engine {
  /** Nonnegative matrix factorization of features. */
  static Engine nmf(PythonEnvironment python, Path matrix) {
    return new ScikitLearnEngine("nmf.py", Documents::features, python, matrix);
  }

  /** Latent Dirichlet allocation of counts. */
  static Engine lda(PythonEnvironment python, Path matrix) {
    return new ScikitLearnEngine("lda.py", Documents::counts, python, matrix);
  }

  @Override
  public Fit fit(Documents documents, int topics, long seed) {
    try {
      write(vectors.apply(documents));
      python.run(
          script,
          matrix.toString(),
          String.valueOf(documents.terms()),
          String.valueOf(topics),
          String.valueOf(seed));
      JsonNode result = new ObjectMapper().readTree(matrix.resolve("result.json").toFile());
      double[][] w = read(matrix.resolve("w"), topics);
      double[][] h = read(matrix.resolve("h"), documents.terms());
      return new Fit(
          result.get("seconds").asDouble(),
          TopicQuality.best(h, TopicQuality.TERMS),
          Arrays.stream(h).map(Fit::normalized).toArray(double[][]::new),
          Arrays.stream(w).mapToInt(Fit::largest).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(SparseVector[] rows) throws IOException {
    Files.createDirectories(matrix);
    int[] starts = new int[rows.length + 1];
    try (var indices = open(matrix.resolve("indices"));
        var data = open(matrix.resolve("data"));
        var indptr = open(matrix.resolve("indptr"))) {
      for (int d = 0; d < rows.length; d++) {
        starts[d + 1] = starts[d] + rows[d].indices().length;
        indices.write(bytes(rows[d].indices()));
        ByteBuffer values = buffer(Double.BYTES * rows[d].values().length);
        values.asDoubleBuffer().put(rows[d].values());
        data.write(values.array());
      }
      indptr.write(bytes(starts));
    }
  }

  private static double[][] read(Path file, int columns) throws IOException {
    DoubleBuffer numbers =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    double[][] rows = new double[numbers.remaining() / columns][columns];
    for (double[] row : rows) {
      numbers.get(row);
    }
    return rows;
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static byte[] bytes(int[] numbers) {
    ByteBuffer bytes = buffer(Integer.BYTES * numbers.length);
    bytes.asIntBuffer().put(numbers);
    return bytes.array();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
