package dev.broadsheet.articles.formats;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.records.ArticleField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a Parquet file's schema, and how each is read as text. */
final class ParquetColumns {
  private static final Set<DataType> DAYS =
      Set.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);

  private static final String A_DAY = "2000-01-01";

  private final MessageType message;
  private final String zone;

  ParquetColumns(MessageType message, String zone) {
    this.message = message;
    this.zone = zone;
  }

  /** All columns, and what is inside of structs by their paths. */
  List<String> names() {
    return message.getFields().stream().flatMap(type -> paths("", type)).toList();
  }

  /** Of these, the ones that may be read as text or as a date; a date where the type is one. */
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    for (String name : names()) {
      type(name)
          .filter(ParquetColumns::isReadable)
          .flatMap(type -> ParquetTypes.of(type.asPrimitiveType()))
          .filter(type -> !type.equals(DataTypes.BooleanType))
          .ifPresent(type -> texts.put(name, DAYS.contains(type) ? A_DAY : ""));
    }
    return texts;
  }

  /** Whether a column of the file itself may be read as text. */
  boolean isText(String name) {
    return message.containsField(name) && isReadable(message.getType(name));
  }

  private static Stream<String> paths(String prefix, Type type) {
    Stream<String> own = Stream.of(prefix + type.getName());
    return isStruct(type)
        ? Stream.concat(
            own,
            type.asGroupType().getFields().stream()
                .flatMap(child -> paths(prefix + type.getName() + ".", child)))
        : own;
  }

  private static boolean isStruct(Type type) {
    return !type.isPrimitive()
        && type.getLogicalTypeAnnotation() == null
        && !type.isRepetition(Type.Repetition.REPEATED);
  }

  private static boolean isReadable(Type type) {
    return type.isPrimitive()
        && !type.isRepetition(Type.Repetition.REPEATED)
        && ParquetTypes.of(type.asPrimitiveType()).isPresent();
  }

  private Optional<Type> type(String path) {
    if (message.containsField(path)) {
      return Optional.of(message.getType(path));
    }
    GroupType group = message;
    Type type = null;
    for (String step : path.split("\\.")) {
      if (group == null || !group.containsField(step)) {
        return Optional.empty();
      }
      type = group.getType(step);
      group = type.isPrimitive() ? null : type.asGroupType();
    }
    return Optional.ofNullable(type);
  }

  /** Why the columns cannot be an article's; empty if they can. */
  Optional<String> problem(Fields fields) {
    if (!fields.areEnough()) {
      return Optional.of(
          "the file has no columns title and body, but %s. Perhaps: %s"
              .formatted(String.join(", ", names()), fields.proposal(texts())));
    }
    List<String> problems = new ArrayList<>();
    for (ArticleField field : List.of(ArticleField.TITLE, ArticleField.BODY, ArticleField.DATE)) {
      fields.of(field).forEach(name -> problem(field, name).ifPresent(problems::add));
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  private Optional<String> problem(ArticleField field, String name) {
    Optional<Type> type = type(name);
    if (type.isEmpty()) {
      return Optional.of(
          "there is no column %s; the columns are %s".formatted(name, String.join(", ", names())));
    }
    boolean date = field == ArticleField.DATE;
    boolean good = isReadable(type.get()) && (date || isText(type.get().asPrimitiveType()));
    String called = name.equalsIgnoreCase(field.label()) ? name : field.label() + " (" + name + ")";
    return good
        ? Optional.empty()
        : Optional.of(called + " is " + kind(type.get()) + inside(field, name, type.get()));
  }

  /** What to type where the text is in a struct. */
  private static String inside(ArticleField field, String name, Type type) {
    return isStruct(type)
        ? type.asGroupType().getFields().stream()
            .filter(child -> isReadable(child) && isText(child.asPrimitiveType()))
            .findFirst()
            .map(
                child ->
                    " (say --columns %s=%s.%s)".formatted(field.label(), name, child.getName()))
            .orElse("")
        : "";
  }

  private static String kind(Type type) {
    if (type.isPrimitive()) {
      return type.isRepetition(Type.Repetition.REPEATED)
          ? "a list"
          : "no text but " + type.asPrimitiveType();
    }
    if (isStruct(type)) {
      return "a struct of "
          + String.join(", ", type.asGroupType().getFields().stream().map(Type::getName).toList());
    }
    return "a " + type.getLogicalTypeAnnotation().toString().toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isText(PrimitiveType type) {
    return ParquetTypes.of(type)
        .filter(t -> t.equals(DataTypes.StringType) || t.equals(DataTypes.BinaryType))
        .isPresent();
  }

  /**
   * What Spark is to read: the columns of the fields, and others that are asked for; those with
   * text, where there are none of the fields.
   */
  StructType schema(Fields fields, List<String> others, boolean broken) {
    var schema = new StructType();
    List<String> wanted =
        broken
            ? message.getFields().stream()
                .filter(type -> isReadable(type) && isText(type.asPrimitiveType()))
                .map(Type::getName)
                .toList()
            : Stream.concat(
                    Arrays.stream(ArticleField.values())
                        .flatMap(field -> fields.of(field).stream()),
                    others.stream())
                .filter(name -> type(name).filter(ParquetColumns::isReadable).isPresent())
                .map(name -> message.containsField(name) ? name : name.split("\\.")[0])
                .distinct()
                .toList();
    for (String name : wanted) {
      schema =
          schema.add(
              new StructField(
                  name,
                  nested(message.getType(name)),
                  true,
                  org.apache.spark.sql.types.Metadata.empty()));
    }
    return schema;
  }

  /** A struct is read with all of its children that can be. */
  private static DataType nested(Type type) {
    if (type.isPrimitive()) {
      return ParquetTypes.of(type.asPrimitiveType()).orElseThrow();
    }
    var struct = new StructType();
    for (Type child : type.asGroupType().getFields()) {
      if (isReadable(child) || isStruct(child)) {
        struct = struct.add(child.getName(), nested(child));
      }
    }
    return struct;
  }

  /** A column as text; a moment as its day. Null where it is nothing that can be read. */
  Column text(String path) {
    Optional<Type> type = type(path).filter(ParquetColumns::isReadable);
    if (type.isEmpty()) {
      return lit(null).cast("string");
    }
    Column value = col(message.containsField(path) ? "`" + path.replace("`", "``") + "`" : path);
    DataType read = ParquetTypes.of(type.get().asPrimitiveType()).orElseThrow();
    if (type.get().getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation time) {
      Column moment =
          time.getUnit() == TimeUnit.NANOS
              ? timestamp_micros(floor(value.divide(lit(1000))))
              : value;
      return (time.isAdjustedToUTC() ? from_utc_timestamp(moment, lit(zone)) : moment)
          .cast("date")
          .cast("string");
    }
    if (read.equals(DataTypes.TimestampType)) {
      return from_utc_timestamp(value, lit(zone)).cast("date").cast("string");
    }
    boolean fraction = read.equals(DataTypes.DoubleType) || read.equals(DataTypes.FloatType);
    return (fraction ? value.cast("decimal(20,0)") : value).cast("string");
  }
}
