package dev.broadsheet.text;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.shuffle.Rows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Finds phrases of two and three words ("interest rates", "human rights watch"), as an MLlib
 * estimator: words that stand side by side more often than chance would have it, by normalised
 * pointwise mutual information (Bouma 2009); three words as a phrase of two and a word (Mikolov et
 * al. 2013).
 *
 * <p>Documents are counted, not occurrences, because what one document repeats is no phrase of the
 * language.
 *
 * <p>Three passes over the documents: words, pairs, threes ({@link PhraseCounts}).
 */
public final class Phrases extends Estimator<PhrasesModel> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;

  /** Below this many documents nothing is known of chance. */
  private static final int SMALL = 20;

  private static final int FEWEST = 5;

  private final String uid;
  private final Param<String> inputCol;
  private final Param<String> positionsCol;
  private final Param<String> outputCol;
  private final IntParam minDf;
  private final DoubleParam minNpmi;
  private final IntParam vocabularySize;

  public Phrases() {
    this(Identifiable$.MODULE$.randomUID("phrases"));
  }

  public Phrases(String uid) {
    this.uid = uid;
    inputCol = new Param<>(this, "inputCol", "the column of words");
    positionsCol = new Param<>(this, "positionsCol", "the column of the words' positions");
    outputCol = new Param<>(this, "outputCol", "the column of words and phrases to add");
    minDf =
        new IntParam(this, "minDf", "the fewest documents of a phrase", ParamValidators.gtEq(1));
    minNpmi =
        new DoubleParam(
            this, "minNpmi", "the least association of a phrase", ParamValidators.inRange(-1, 1));
    vocabularySize =
        new IntParam(
            this,
            "vocabularySize",
            "the most words and phrases that will be of use",
            ParamValidators.gtEq(1));
    setDefault(inputCol, "words");
    setDefault(positionsCol, "positions");
    setDefault(outputCol, "tokens");
    setDefault(minDf, 10);
    setDefault(minNpmi, 0.5);
    setDefault(vocabularySize, 50_000);
  }

  /**
   * The {@link #minDf} that suits a corpus: twice what a word needs, since a phrase is the likelier
   * chance; more than there are below 20 documents, where nearly all pairs of words are chance.
   *
   * @param words the fewest documents of a word
   */
  public static int minDfFor(long documents, int words) {
    return documents < SMALL ? SMALL : Math.max(FEWEST, 2 * words);
  }

  public static MLReader<Phrases> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public PhrasesModel fit(Dataset<?> documents) {
    transformSchema(documents.schema());
    JavaRDD<Row> rows = Rows.of(documents.select(col($(inputCol)), col($(positionsCol))));
    return fit(rows.mapPartitions(some -> TokenBlock.of(some, block -> row -> add(row, block))));
  }

  private static void add(Row row, TokenBlock.Builder text) {
    List<String> words = row.getList(0);
    List<Integer> positions = row.getList(1);
    for (int i = 0; i < words.size(); i++) {
      text.add(words.get(i), words.get(i), positions.get(i));
    }
    text.end("");
  }

  /** The same of blocks of texts, as {@link ArticleAnalyzer#blocks} makes them. */
  public PhrasesModel fit(JavaRDD<TokenBlock> texts) {
    var counts = new PhraseCounts(texts, (int) $(minDf));
    Map<String, Long> apart = counts.pairs();
    var association = new Association(apart);
    long fewest = leastOfUse(apart);
    List<Phrase> pairs = phrases(apart, 2, fewest, association);
    List<Phrase> found =
        pairs.isEmpty() ? pairs : joined(counts.threes(pairs), fewest, association);
    return copyValues(new PhrasesModel(uid, found).setParent(this), extractParamMap());
  }

  /** The pairs that are left where the best are joined, and what these make with a third word. */
  private List<Phrase> joined(Map<String, Long> joined, long fewest, Association association) {
    return IntStream.rangeClosed(2, PhraseMerger.WORDS)
        .mapToObj(n -> phrases(joined, n, fewest, association))
        .flatMap(List::stream)
        .sorted(Phrase.BEST_FIRST)
        .limit((int) $(vocabularySize))
        .toList();
  }

  /** What is rarer than the words of the vocabulary would be lost, and its words with it. */
  private long leastOfUse(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> PhraseKey.words(count.getKey()) == 1)
        .map(Map.Entry::getValue)
        .sorted(Comparator.reverseOrder())
        .skip((int) $(vocabularySize) - 1L)
        .findFirst()
        .orElse(0L);
  }

  private List<Phrase> phrases(
      Map<String, Long> counts, int words, long fewest, Association association) {
    return counts.entrySet().stream()
        .filter(c -> c.getValue() >= fewest && PhraseKey.words(c.getKey()) == words)
        .map(c -> new Phrase(c.getKey(), c.getValue(), association.npmi(c.getKey(), c.getValue())))
        .filter(phrase -> phrase.npmi() >= (double) $(minNpmi))
        .sorted(Phrase.BEST_FIRST)
        .limit((int) $(vocabularySize))
        .toList();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return PhrasesModel.checked(schema, $(inputCol), $(positionsCol), $(outputCol));
  }

  @Override
  public Phrases copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> inputCol() {
    return inputCol;
  }

  public Param<String> positionsCol() {
    return positionsCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public IntParam minDf() {
    return minDf;
  }

  public DoubleParam minNpmi() {
    return minNpmi;
  }

  public IntParam vocabularySize() {
    return vocabularySize;
  }

  public Phrases setMinDf(int documents) {
    set(minDf, documents);
    return this;
  }

  public Phrases setMinNpmi(double association) {
    set(minNpmi, association);
    return this;
  }

  public Phrases setVocabularySize(int most) {
    set(vocabularySize, most);
    return this;
  }
}
