package dev.broadsheet.text;

import org.apache.lucene.util.Attribute;
import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;

/** How a word is written, before it is put in lower case and stemmed. */
interface WrittenWord extends Attribute {
  String written();

  void write(String word);

  /** The place in a stream of words that holds it. */
  final class Holder extends AttributeImpl implements WrittenWord {
    private String word = "";

    @Override
    public String written() {
      return word;
    }

    @Override
    public void write(String other) {
      word = other;
    }

    @Override
    public void clear() {
      word = "";
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
      reflector.reflect(WrittenWord.class, "word", word);
    }

    @Override
    public void copyTo(AttributeImpl target) {
      ((WrittenWord) target).write(word);
    }
  }
}
