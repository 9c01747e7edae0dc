package dev.broadsheet.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
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
        udf((UDF1<String, Row>) text -> row(text, code, withPhraseWords), TERMS);
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

  /**
   * What {@link #transform} adds, for texts that are not rows of a query.
   *
   * @param texts an id and a text each
   */
  public JavaRDD<TokenBlock> blocks(JavaRDD<Row> texts) {
    String code = $(language);
    boolean withPhraseWords = !$(positionsCol).isEmpty();
    return texts.mapPartitions(
        some ->
            TokenBlock.of(
                some,
                block -> {
                  var reader = new TermReader(code, withPhraseWords, block);
                  return row -> {
                    reader.read(row.getString(1));
                    block.end(row.getString(0));
                  };
                }));
  }

  private static Row row(String text, String language, boolean withPhraseWords) {
    var lists = new Lists();
    new TermReader(language, withPhraseWords, lists).read(text);
    return RowFactory.create(lists.terms, lists.surfaces, lists.positions);
  }

  /** The terms of one text. */
  private static final class Lists implements Terms {
    private final List<String> formTerms = new ArrayList<>();
    private final List<String> formSurfaces = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private final List<String> surfaces = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    @Override
    public int form(String term, String surface) {
      formTerms.add(term);
      formSurfaces.add(surface);
      return formTerms.size() - 1;
    }

    @Override
    public void add(int form, int position) {
      terms.add(formTerms.get(form));
      surfaces.add(formSurfaces.get(form));
      positions.add(position);
    }
  }
}
