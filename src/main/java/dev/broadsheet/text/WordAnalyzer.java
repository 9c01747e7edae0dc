package dev.broadsheet.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The chain from text to terms for one language: words, apart where a space is missing, acronyms
 * without dots, no possessives, lower case, no stop words, no numbers, plurals made singular. A
 * language without rules of its own is split into words and put in lower case. Stop words that a
 * {@linkplain PhraseWords phrase may need} stay, with a mark.
 */
final class WordAnalyzer extends Analyzer {
  private static final Pattern ACRONYM_DOTS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}(\\.|$))");

  /** Pages of the web lose the space between sentences: "of the week.The river", "Note:the". */
  private static final Pattern MISSING_SPACE =
      Pattern.compile("(?<=\\p{Ll})\\.(?=\\p{Lu})|(?<=\\p{L}):(?=\\p{L})");

  /** "us" is a stop word, "US" is a country. */
  private static final CharArraySet PRONOUNS = new CharArraySet(Set.of("us"), false);

  private static final CharArraySet ARTICLES =
      new CharArraySet(
          List.of(
              "l", "m", "t", "qu", "n", "s", "j", "d", "c", "dell", "all", "nell", "un", "sull"),
          true);

  private static final ConcurrentMap<String, WordAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  private final String language;
  private final CharArraySet stopWords;

  private WordAnalyzer(String language) {
    this.language = language;
    this.stopWords = PhraseWords.without(stopWords(language), language);
  }

  /** The analyzer of a language (ISO 639-1); safe to use in many threads. */
  static WordAnalyzer of(String language) {
    return ANALYZERS.computeIfAbsent(language, WordAnalyzer::new);
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new PatternReplaceCharFilter(MISSING_SPACE, " ", text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    TokenStream stream = new PatternReplaceFilter(words, ACRONYM_DOTS, "", true);
    stream =
        switch (language) {
          case "en" -> new StopFilter(new EnglishPossessiveFilter(stream), PRONOUNS);
          case "fr", "it" -> new ElisionFilter(stream, ARTICLES);
          case "zh", "ja", "ko" -> new CJKBigramFilter(new CJKWidthFilter(stream));
          default -> stream;
        };
    stream = new TermFilter(new StopFilter(new LowerCaseFilter(stream), stopWords));
    stream = new PhraseWords.Marks(stream, language);
    return new TokenStreamComponents(words, stem(stream));
  }

  private TokenStream stem(TokenStream stream) {
    return switch (language) {
      case "en" -> new EnglishMinimalStemFilter(stream);
      case "de" -> new GermanMinimalStemFilter(stream);
      case "fr" -> new FrenchMinimalStemFilter(stream);
      case "es" -> new SpanishLightStemFilter(stream);
      case "it" -> new ItalianLightStemFilter(stream);
      case "pt" -> new PortugueseMinimalStemFilter(stream);
      case "nl" -> new SnowballFilter(stream, "Dutch");
      case "da" -> new SnowballFilter(stream, "Danish");
      case "sv" -> new SwedishMinimalStemFilter(stream);
      case "no" -> new NorwegianMinimalStemFilter(stream);
      case "fi" -> new FinnishLightStemFilter(stream);
      case "hu" -> new HungarianLightStemFilter(stream);
      case "ru" -> new RussianLightStemFilter(stream);
      default -> stream;
    };
  }

  /** Words without a meaning of their own; none for a language without rules of its own. */
  static CharArraySet functionWords(String language) {
    return language.equals("en") ? English.FUNCTION_WORDS : stopWords(language);
  }

  private static CharArraySet stopWords(String language) {
    return switch (language) {
      case "en" -> English.STOP_WORDS;
      case "de" -> GermanAnalyzer.getDefaultStopSet();
      case "fr" -> FrenchAnalyzer.getDefaultStopSet();
      case "es" -> SpanishAnalyzer.getDefaultStopSet();
      case "it" -> ItalianAnalyzer.getDefaultStopSet();
      case "pt" -> PortugueseAnalyzer.getDefaultStopSet();
      case "nl" -> DutchAnalyzer.getDefaultStopSet();
      case "da" -> DanishAnalyzer.getDefaultStopSet();
      case "sv" -> SwedishAnalyzer.getDefaultStopSet();
      case "no" -> NorwegianAnalyzer.getDefaultStopSet();
      case "fi" -> FinnishAnalyzer.getDefaultStopSet();
      case "hu" -> HungarianAnalyzer.getDefaultStopSet();
      case "ru" -> RussianAnalyzer.getDefaultStopSet();
      default -> CharArraySet.EMPTY_SET;
    };
  }

  /** Lucene's English analyzer leaves out 33 words only; these are Snowball's and our own. */
  private static final class English {
    static final CharArraySet FUNCTION_WORDS = words(SnowballFilter.class, "english_stop.txt");
    static final CharArraySet STOP_WORDS = stopWords();

    private static CharArraySet stopWords() {
      var words = new CharArraySet(FUNCTION_WORDS, true);
      words.addAll(words(WordAnalyzer.class, "stopwords-en.txt"));
      return CharArraySet.unmodifiableSet(words);
    }

    private static CharArraySet words(Class<?> owner, String resource) {
      try (var reader = reader(owner, resource)) {
        return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(reader));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static BufferedReader reader(Class<?> owner, String resource) {
    var in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Keeps what may be a term: it has a letter, and is longer than one unless an ideograph. */
  private static final class TermFilter extends FilteringTokenFilter {
    private static final int LONGEST = 64;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    TermFilter(TokenStream in) {
      super(in);
    }

    @Override
    protected boolean accept() {
      int length = term.length();
      if (length == 1) {
        return Character.isIdeographic(term.charAt(0));
      }
      return length <= LONGEST && term.chars().anyMatch(Character::isLetter);
    }
  }
}
