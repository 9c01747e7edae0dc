package dev.broadsheet.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The terms of a text, as an MLlib transformer: from a string column to an array of strings, in the
 * order of the text. With {@link #surfacesCol} set, a second array says how each term is written
 * there ("allies" for "ally"); the character U+0001 is in front of a word from a line of capitals.
 * With {@link #positionsCol} set, a third says where it stands: terms whose positions differ by 1
 * are next to each other, without a stop word, a number or a sentence's end between them. Then the
 * terms are made for {@link Phrases}, and have the stop words among them that phrases need, marked.
 *
 * <p>{@link #language} is ISO 639-1, or {@value #WHITESPACE} for a text of tokens already made:
 * split on white space, nothing removed. A null text has no terms.
 */
public final class ArticleAnalyzer extends Transformer implements DefaultParamsWritable {
  /** The value of {@link #language} that leaves tokens as they are. */
  public static final String WHITESPACE = "whitespace";

  private static final long serialVersionUID = 1;
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private static final ArrayType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);
  private static final ArrayType INTEGERS = DataTypes.createArrayType(DataTypes.IntegerType, false);
  private static final StructType TERMS =
      new StructType().add("terms", STRINGS).add("surfaces", STRINGS).add("positions", INTEGERS);

  private final String uid;
  private final Param<String> inputCol;
  private final Param<String> outputCol;
  private final Param<String> surfacesCol;
  private final Param<String> positionsCol;
  private final Param<String> language;

  public ArticleAnalyzer() {
    this(Identifiable$.MODULE$.randomUID("articleAnalyzer"));
  }

  public ArticleAnalyzer(String uid) {
    this.uid = uid;
    inputCol = new Param<>(this, "inputCol", "the column of texts");
    outputCol = new Param<>(this, "outputCol", "the column of terms to add");
    surfacesCol = new Param<>(this, "surfacesCol", "the column of surface forms to add, or empty");
    positionsCol = new Param<>(this, "positionsCol", "the column of positions to add, or empty");
    language = new Param<>(this, "language", "ISO 639-1, or whitespace");
    setDefault(inputCol, "text");
    setDefault(outputCol, "tokens");
    setDefault(surfacesCol, "");
    setDefault(positionsCol, "");
    setDefault(language, "en");
  }

  public static MLReader<ArticleAnalyzer> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> inputCol() {
    return inputCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public Param<String> surfacesCol() {
    return surfacesCol;
  }

  public Param<String> positionsCol() {
    return positionsCol;
  }

  public Param<String> language() {
    return language;
  }

  public ArticleAnalyzer setOutputCol(String column) {
    set(outputCol, column);
    return this;
  }

  public ArticleAnalyzer setPositionsCol(String column) {
    set(positionsCol, column);
    return this;
  }

  public ArticleAnalyzer setSurfacesCol(String column) {
    set(surfacesCol, column);
    return this;
  }

  public ArticleAnalyzer setLanguage(String code) {
    set(language, code);
    return this;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> texts) {
    String code = $(language);
    boolean withPhraseWords = !$(positionsCol).isEmpty();
    UserDefinedFunction analyze =
        udf((UDF1<String, Row>) text -> analyze(text, code, withPhraseWords), TERMS);
    String analyzed = uid + "_terms";
    Dataset<Row> rows =
        texts
            .withColumn(analyzed, analyze.apply(col($(inputCol))))
            .withColumn($(outputCol), col(analyzed + ".terms"));
    if (!$(surfacesCol).isEmpty()) {
      rows = rows.withColumn($(surfacesCol), col(analyzed + ".surfaces"));
    }
    if (!$(positionsCol).isEmpty()) {
      rows = rows.withColumn($(positionsCol), col(analyzed + ".positions"));
    }
    return rows.drop(analyzed);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    if (!schema.apply($(inputCol)).dataType().equals(DataTypes.StringType)) {
      throw new IllegalArgumentException(
          "Cannot analyze column %s: it is no string. Name a string column as inputCol."
              .formatted($(inputCol)));
    }
    StructType out = schema.add($(outputCol), STRINGS);
    out = $(surfacesCol).isEmpty() ? out : out.add($(surfacesCol), STRINGS);
    return $(positionsCol).isEmpty() ? out : out.add($(positionsCol), INTEGERS);
  }

  @Override
  public ArticleAnalyzer copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  static Row analyze(String text, String language, boolean withPhraseWords) {
    if (text == null) {
      return RowFactory.create(new String[0], new String[0], new int[0]);
    }
    if (language.equals(WHITESPACE)) {
      String[] tokens = WHITE.splitAsStream(text).filter(t -> !t.isEmpty()).toArray(String[]::new);
      return RowFactory.create(tokens, tokens, IntStream.range(0, tokens.length).toArray());
    }
    String plain = LostAccents.restored(PlainText.of(text), language);
    var written = new Surfaces(plain, language);
    var foreign = new ForeignPassages(plain, language);
    List<String> terms = new ArrayList<>();
    List<String> surfaces = new ArrayList<>();
    var positions = IntStream.builder();
    var gaps = new WordGaps(language);
    try (TokenStream stream = WordAnalyzer.of(language).tokenStream("", plain)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var word = stream.getAttribute(WrittenWord.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = 0;
      int end = 0;
      String before = "";
      while (stream.incrementToken()) {
        String between = plain.substring(Math.min(end, offset.startOffset()), offset.startOffset());
        end = offset.endOffset();
        String surface = plain.substring(offset.startOffset(), end);
        boolean apart = gaps.isBetween(before, between, surface);
        position += increment.getPositionIncrement() + (apart ? 1 : 0);
        before = surface;
        if (foreign.contains(offset.startOffset()) || written.isAgency(offset.startOffset())) {
          before = "";
        } else if (withPhraseWords) {
          terms.add(term.toString());
          surfaces.add(written.marked(word.written(), offset.startOffset(), end));
          positions.add(position);
        } else if (PhraseWords.isTerm(term.toString())) {
          terms.add(term.toString());
          surfaces.add(written.plain(word.written(), offset.startOffset(), end));
          positions.add(position);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RowFactory.create(
        terms.toArray(new String[0]), surfaces.toArray(new String[0]), positions.build().toArray());
  }
}
