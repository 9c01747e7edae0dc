package dev.broadsheet.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static scala.jdk.javaapi.CollectionConverters.asJava;

import dev.broadsheet.files.ModelFiles;
import dev.broadsheet.shuffle.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * The phrases that {@link Phrases} found. As a transformer it joins the words of each document, as
 * {@link ArticleAnalyzer} made them, into phrases where there are any; the words of a phrase are
 * gone then. Stop words that are in no phrase are left out. With {@link #surfacesCol} set, the
 * surface forms in that column are replaced by those of the words and phrases.
 *
 * <p>It is shared with every executor: some 100 bytes a phrase.
 */
public final class PhrasesModel extends Model<PhrasesModel> implements MLWritable {
  private static final long serialVersionUID = 1;

  private static final StructType ROW =
      Columns.of(
          "rank INT NOT NULL, phrase STRING NOT NULL, documents BIGINT NOT NULL, npmi DOUBLE NOT NULL");

  private static final ArrayType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);
  private static final StructType MERGED =
      new StructType().add("terms", STRINGS).add("surfaces", STRINGS);

  private final String uid;
  private final Param<String> inputCol;
  private final Param<String> positionsCol;
  private final Param<String> surfacesCol;
  private final Param<String> outputCol;
  private final List<Phrase> phrases;

  PhrasesModel(String uid, List<Phrase> phrases) {
    this.uid = uid;
    this.phrases = List.copyOf(phrases);
    inputCol = new Param<>(this, "inputCol", "the column of words");
    positionsCol = new Param<>(this, "positionsCol", "the column of their positions");
    surfacesCol = new Param<>(this, "surfacesCol", "the column of surface forms, or empty");
    outputCol = new Param<>(this, "outputCol", "the column of words and phrases to add");
    setDefault(inputCol, "words");
    setDefault(positionsCol, "positions");
    setDefault(surfacesCol, "");
    setDefault(outputCol, "tokens");
  }

  /** How many phrases there are. */
  public int size() {
    return phrases.size();
  }

  List<Phrase> phrases() {
    return phrases;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> documents) {
    transformSchema(documents.schema());
    Broadcast<PhraseMerger> shared = shared(documents.sparkSession());
    UserDefinedFunction merge =
        udf(
            (UDF3<Seq<String>, Seq<Integer>, Seq<String>, Row>)
                (words, positions, surfaces) ->
                    merged(shared.value(), asJava(words), asJava(positions), asJava(surfaces)),
            MERGED);
    boolean withSurfaces = !$(surfacesCol).isEmpty();
    Column surfaces = col(withSurfaces ? $(surfacesCol) : $(inputCol));
    String merged = uid + "_merged";
    Dataset<Row> rows =
        documents
            .withColumn(merged, merge.apply(col($(inputCol)), col($(positionsCol)), surfaces))
            .withColumn($(outputCol), col(merged + ".terms"));
    return (withSurfaces ? rows.withColumn($(surfacesCol), col(merged + ".surfaces")) : rows)
        .drop(merged);
  }

  private Broadcast<PhraseMerger> shared(SparkSession spark) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .broadcast(PhraseMerger.of(phrases));
  }

  /** What {@link #transform} makes of words and surface forms, for blocks of texts. */
  public JavaRDD<TokenBlock> joined(SparkSession spark, JavaRDD<TokenBlock> texts) {
    Broadcast<PhraseMerger> shared = shared(spark);
    return texts.map(block -> joined(shared.value(), block));
  }

  private static TokenBlock joined(PhraseMerger merger, TokenBlock block) {
    var units = new TextUnits(block, merger);
    var joined = new TokenBlock.Builder();
    for (int d = 0; d < block.documents(); d++) {
      units.read(d);
      units.merge();
      for (int u = 0; u < units.size(); u++) {
        if (units.isTerm(u)) {
          joined.add(units.form(u, joined), u);
        }
      }
      joined.end(block.id(d));
    }
    return joined.build();
  }

  private static Row merged(
      PhraseMerger merger, List<String> words, List<Integer> positions, List<String> surfaces) {
    var text = new TokenBlock.Builder();
    for (int i = 0; i < words.size(); i++) {
      text.add(words.get(i), surfaces.get(i), positions.get(i));
    }
    text.end("");
    TokenBlock terms = joined(merger, text.build());
    return RowFactory.create(terms.words(0), terms.surfaces(0));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return checked(schema, $(inputCol), $(positionsCol), $(outputCol));
  }

  static StructType checked(
      StructType schema, String inputCol, String positionsCol, String outputCol) {
    if (!DataTypes.createArrayType(DataTypes.StringType)
        .acceptsType(schema.apply(inputCol).dataType())) {
      throw new IllegalArgumentException(
          "Cannot find phrases in column %s: it holds no arrays of strings. Name a column of words as inputCol."
              .formatted(inputCol));
    }
    if (!DataTypes.createArrayType(DataTypes.IntegerType)
        .acceptsType(schema.apply(positionsCol).dataType())) {
      throw new IllegalArgumentException(
          "Cannot find phrases with column %s: it holds no arrays of integers. Name a column of positions as positionsCol."
              .formatted(positionsCol));
    }
    return schema.add(outputCol, STRINGS);
  }

  @Override
  public PhrasesModel copy(ParamMap extra) {
    return copyValues(new PhrasesModel(uid, phrases), extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new Writer();
  }

  public static MLReader<PhrasesModel> read() {
    return new Reader();
  }

  public static PhrasesModel load(String path) {
    return read().load(path);
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

  public Param<String> surfacesCol() {
    return surfacesCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public PhrasesModel setSurfacesCol(String column) {
    set(surfacesCol, column);
    return this;
  }

  /** {@code metadata} with the parameters, and {@code data} with a row for each phrase. */
  private final class Writer extends MLWriter {
    @Override
    public void saveImpl(String path) {
      List<Row> rows =
          IntStream.range(0, phrases.size()).mapToObj(i -> row(i, phrases.get(i))).toList();
      ModelFiles.write(sparkSession(), PhrasesModel.this, ROW, rows, path);
    }

    private static Row row(int rank, Phrase phrase) {
      return RowFactory.create(rank, phrase.key(), phrase.documents(), phrase.npmi());
    }
  }

  private static final class Reader extends MLReader<PhrasesModel> {
    @Override
    public PhrasesModel load(String path) {
      var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), "");
      List<Phrase> phrases =
          sparkSession().read().schema(ROW).parquet(path + "/data").collectAsList().stream()
              .sorted(Comparator.comparingInt(row -> row.getInt(0)))
              .map(row -> new Phrase(row.getString(1), row.getLong(2), row.getDouble(3)))
              .toList();
      var model = new PhrasesModel(metadata.uid(), phrases);
      metadata.getAndSetParams(model, metadata.getAndSetParams$default$2());
      return model;
    }
  }
}
