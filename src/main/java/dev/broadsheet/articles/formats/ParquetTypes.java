package dev.broadsheet.articles.formats;

import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** As what Spark reads the types of Parquet. */
final class ParquetTypes {
  private ParquetTypes() {}

  /** Spark's type; empty if it is none that holds text or a date. */
  static Optional<DataType> of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    DataType read =
        switch (type.getPrimitiveTypeName()) {
          case BOOLEAN -> DataTypes.BooleanType;
          case FLOAT -> DataTypes.FloatType;
          case DOUBLE -> DataTypes.DoubleType;
          case INT96 -> DataTypes.TimestampType;
          case INT32 ->
              logical instanceof DateLogicalTypeAnnotation
                  ? DataTypes.DateType
                  : logical == null || logical instanceof IntLogicalTypeAnnotation i && i.isSigned()
                      ? DataTypes.IntegerType
                      : logical instanceof IntLogicalTypeAnnotation ? DataTypes.LongType : null;
          case INT64 ->
              logical instanceof TimestampLogicalTypeAnnotation time
                  ? time.getUnit() == TimeUnit.NANOS
                      ? DataTypes.LongType
                      : time.isAdjustedToUTC()
                          ? DataTypes.TimestampType
                          : DataTypes.TimestampNTZType
                  : logical == null || logical instanceof IntLogicalTypeAnnotation i && i.isSigned()
                      ? DataTypes.LongType
                      : logical instanceof IntLogicalTypeAnnotation
                          ? DataTypes.createDecimalType(20, 0)
                          : null;
          case BINARY ->
              logical == null
                  ? DataTypes.BinaryType
                  : logical instanceof DecimalLogicalTypeAnnotation ? null : DataTypes.StringType;
          default -> null;
        };
    return Optional.ofNullable(read);
  }
}
