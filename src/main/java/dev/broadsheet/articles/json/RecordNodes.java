package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Makes the values of one record, and not more than a record of news has: in memory an empty object
 * takes forty times its two bytes.
 */
final class RecordNodes extends JsonNodeFactory {
  private static final long serialVersionUID = 1;

  /** The most values of a record. */
  static final int MOST = 250_000;

  /** A record has more values. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyException() {
      super("more than %,d values".formatted(MOST));
    }
  }

  private int made;

  /** A reader of records whose values are counted; each is to begin with {@link #clear}. */
  ObjectReader reader() {
    return JsonText.MAPPER.reader(this);
  }

  /** Begins a record. */
  void clear() {
    made = 0;
  }

  private void count() {
    if (++made > MOST) {
      throw new TooManyException();
    }
  }

  @Override
  public ObjectNode objectNode() {
    count();
    return super.objectNode();
  }

  @Override
  public ArrayNode arrayNode() {
    count();
    return super.arrayNode();
  }

  @Override
  public TextNode textNode(String text) {
    count();
    return super.textNode(text);
  }

  @Override
  public BooleanNode booleanNode(boolean value) {
    count();
    return super.booleanNode(value);
  }

  @Override
  public NullNode nullNode() {
    count();
    return super.nullNode();
  }

  @Override
  public NumericNode numberNode(int value) {
    count();
    return super.numberNode(value);
  }

  @Override
  public NumericNode numberNode(long value) {
    count();
    return super.numberNode(value);
  }

  @Override
  public NumericNode numberNode(double value) {
    count();
    return super.numberNode(value);
  }

  @Override
  public ValueNode numberNode(BigInteger value) {
    count();
    return super.numberNode(value);
  }

  @Override
  public ValueNode numberNode(BigDecimal value) {
    count();
    return super.numberNode(value);
  }
}
