package dev.broadsheet.names;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * The sentences of some thousand articles that are {@linkplain RunningText running text}, each word
 * a number: a place among the block's different words. So a text is taken apart once, a word takes
 * four bytes, and what is asked of a word is asked once a block.
 */
public final class NameBlock implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int MOST_ARTICLES = 4_096;
  private static final int MOST_TOKENS = 1 << 20;

  private final String[] ids;

  /** Behind the last sentence of each article. */
  private final int[] articles;

  /** Behind the last token of each sentence. */
  private final int[] sentences;

  private final int[] tokens;
  private final NameToken[] words;

  NameBlock(String[] ids, int[] articles, int[] sentences, int[] tokens, NameToken[] words) {
    this.ids = ids;
    this.articles = articles;
    this.sentences = sentences;
    this.tokens = tokens;
    this.words = words;
  }

  /**
   * Blocks of texts in their order.
   *
   * @param texts article_id, body
   * @param language ISO 639-1, of all of them
   */
  static Iterator<NameBlock> of(Iterator<Row> texts, String language) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return texts.hasNext();
      }

      @Override
      public NameBlock next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var sentences = new NameSentences(new RunningText(language));
        var forms = new NameForms(sentences, language);
        while (texts.hasNext()
            && sentences.articles() < MOST_ARTICLES
            && sentences.tokens() < MOST_TOKENS) {
          Row text = texts.next();
          NameTokens.read(text.getString(1), language, sentences, forms);
          sentences.endArticle(text.getString(0));
        }
        return sentences.build();
      }
    };
  }

  int articles() {
    return ids.length;
  }

  String id(int article) {
    return ids[article];
  }

  /** How many different words there are; places are below it. */
  int words() {
    return words.length;
  }

  /** The sentences of an article, each with at least one word. */
  Stream<Sentence> sentences(int article) {
    return sentences(article == 0 ? 0 : articles[article - 1], articles[article]);
  }

  /** The sentences of all articles. */
  Stream<Sentence> sentences() {
    return sentences(0, sentences.length);
  }

  private Stream<Sentence> sentences(int from, int to) {
    return IntStream.range(from, to).mapToObj(Sentence::new);
  }

  /** A view of one. */
  final class Sentence extends AbstractList<NameToken> {
    private final int start;
    private final int end;

    private Sentence(int sentence) {
      start = sentence == 0 ? 0 : sentences[sentence - 1];
      end = sentences[sentence];
    }

    @Override
    public NameToken get(int i) {
      return words[place(i)];
    }

    /** The place of a word, which costs less than the word. */
    int place(int i) {
      return tokens[start + i];
    }

    @Override
    public int size() {
      return end - start;
    }
  }
}
