package dev.broadsheet.text;

import static dev.broadsheet.text.LanguageRules.language;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.stempel.StempelFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/**
 * One line a language: what it has ({@link LanguageRules}). A language that is not here is split by
 * Unicode's rules for words (UAX 29) and put in lower case; its stop words are terms.
 *
 * <p>Bosnian and Croatian have the rules of Serbian, and Malay those of Indonesian, which it is
 * hardly told apart from.
 *
 * <p>Names have further word lists, of the package {@code names}; connectives of phrases are in
 * {@link PhraseWords}.
 */
final class LanguageTable {
  private static final Map<String, LanguageRules> ALL =
      Stream.of(
              language("ar", ArabicAnalyzer::getDefaultStopSet)
                  .lower(in -> new ArabicNormalizationFilter(new LowerCaseFilter(in)))
                  .stems(ArabicStemFilter::new),
              language("bg", BulgarianAnalyzer::getDefaultStopSet).stems(BulgarianStemFilter::new),
              language("bn", BengaliAnalyzer::getDefaultStopSet)
                  .lower(in -> new BengaliNormalizationFilter(LanguageFilters.indic(in)))
                  .stems(BengaliStemFilter::new),
              language("bs", SerbianAnalyzer::getDefaultStopSet).stems(LanguageFilters::serbian),
              language("ca", CatalanAnalyzer::getDefaultStopSet)
                  .elided("d l m n s t")
                  .stems("Catalan"),
              language("ckb", SoraniAnalyzer::getDefaultStopSet)
                  .lower(in -> new SoraniNormalizationFilter(new LowerCaseFilter(in)))
                  .stems(SoraniStemFilter::new),
              language("cs", CzechAnalyzer::getDefaultStopSet).stems(CzechStemFilter::new),
              language("da", DanishAnalyzer::getDefaultStopSet)
                  .written(EnglishPossessiveFilter::new)
                  .stems("Danish"),
              language("de", GermanAnalyzer::getDefaultStopSet)
                  .written(EnglishPossessiveFilter::new)
                  .stems(GermanMinimalStemFilter::new),
              language("el", GreekAnalyzer::getDefaultStopSet)
                  .lower(GreekLowerCaseFilter::new)
                  .stems(GreekStemFilter::new),
              language("en", StopWords::english)
                  .written(LanguageFilters::english)
                  .stems(EnglishMinimalStemFilter::new),
              language("es", SpanishAnalyzer::getDefaultStopSet).stems(SpanishLightStemFilter::new),
              language("et", EstonianAnalyzer::getDefaultStopSet).stems("Estonian"),
              language("eu", BasqueAnalyzer::getDefaultStopSet).stems("Basque"),
              language("fa", PersianAnalyzer::getDefaultStopSet)
                  .lower(LanguageFilters::persian)
                  .stems(PersianStemFilter::new),
              language("fi", FinnishAnalyzer::getDefaultStopSet).stems(FinnishLightStemFilter::new),
              language("fr", FrenchAnalyzer::getDefaultStopSet)
                  .elided("l m t qu n s j d c jusqu lorsqu puisqu quoiqu quelqu")
                  .stems(FrenchMinimalStemFilter::new),
              language("ga", IrishAnalyzer::getDefaultStopSet)
                  .elided("b d m")
                  .lower(IrishLowerCaseFilter::new)
                  .stems("Irish"),
              language("gl", GalicianAnalyzer::getDefaultStopSet)
                  .stems(GalicianMinimalStemFilter::new),
              language("hi", HindiAnalyzer::getDefaultStopSet)
                  .lower(in -> new HindiNormalizationFilter(LanguageFilters.indic(in)))
                  .stems(HindiStemFilter::new),
              language("hr", SerbianAnalyzer::getDefaultStopSet).stems(LanguageFilters::serbian),
              language("hu", HungarianAnalyzer::getDefaultStopSet)
                  .stems(HungarianLightStemFilter::new),
              language("hy", ArmenianAnalyzer::getDefaultStopSet).stems("Armenian"),
              language("id", IndonesianAnalyzer::getDefaultStopSet)
                  .stems(in -> new IndonesianStemFilter(in, false)),
              language("it", ItalianAnalyzer::getDefaultStopSet)
                  .elided(
                      "l d un c m t s v n all dall dell nell sull coll pell gl agl dagl degl negl"
                          + " sugl quest quell bell anch cos dov com nient tutt senz")
                  .stems(ItalianLightStemFilter::new),
              language("ja", JapaneseAnalyzer::getDefaultStopSet)
                  .tokenizer(EastAsianWords::japaneseTokenizer)
                  .kinds(EastAsianWords::japanese),
              language("ko", () -> CharArraySet.EMPTY_SET)
                  .tokenizer(EastAsianWords::koreanTokenizer)
                  .kinds(EastAsianWords::korean),
              language("lt", LithuanianAnalyzer::getDefaultStopSet).stems("Lithuanian"),
              language("lv", LatvianAnalyzer::getDefaultStopSet).stems(LatvianStemFilter::new),
              language("ms", IndonesianAnalyzer::getDefaultStopSet)
                  .stems(in -> new IndonesianStemFilter(in, false)),
              language("ne", NepaliAnalyzer::getDefaultStopSet)
                  .stems(in -> new SnowballFilter(new IndicNormalizationFilter(in), "Nepali")),
              language("nl", DutchAnalyzer::getDefaultStopSet)
                  .written(EnglishPossessiveFilter::new)
                  .stems("Dutch"),
              language("no", NorwegianAnalyzer::getDefaultStopSet)
                  .written(EnglishPossessiveFilter::new)
                  .stems(NorwegianMinimalStemFilter::new),
              language("pl", PolishAnalyzer::getDefaultStopSet)
                  .stems(
                      in ->
                          new StempelFilter(
                              in, new StempelStemmer(PolishAnalyzer.getDefaultTable()))),
              language("pt", PortugueseAnalyzer::getDefaultStopSet)
                  .elided("d")
                  .stems(PortugueseMinimalStemFilter::new),
              language("ro", RomanianAnalyzer::getDefaultStopSet).stems("Romanian"),
              language("ru", RussianAnalyzer::getDefaultStopSet).stems(RussianLightStemFilter::new),
              language("sr", SerbianAnalyzer::getDefaultStopSet).stems(LanguageFilters::serbian),
              language("sv", SwedishAnalyzer::getDefaultStopSet)
                  .written(EnglishPossessiveFilter::new)
                  .stems(SwedishMinimalStemFilter::new),
              language("ta", TamilAnalyzer::getDefaultStopSet)
                  .stems(in -> new SnowballFilter(new IndicNormalizationFilter(in), "Tamil")),
              language("te", TeluguAnalyzer::getDefaultStopSet)
                  .stems(
                      in ->
                          new TeluguStemFilter(
                              new TeluguNormalizationFilter(new IndicNormalizationFilter(in)))),
              language("th", ThaiAnalyzer::getDefaultStopSet).tokenizer(LanguageFilters::thai),
              language("tr", TurkishAnalyzer::getDefaultStopSet)
                  .written(ApostropheFilter::new)
                  .lower(TurkishLowerCaseFilter::new)
                  .stems("Turkish"),
              language("uk", UkrainianMorfologikAnalyzer::getDefaultStopwords)
                  .stems(UkrainianLemmas::new),
              language("zh", () -> StopWords.resource("functionwords-zh.txt"))
                  .tokenizer(EastAsianWords::chineseTokenizer)
                  .written(EastAsianWords::chinese))
          .collect(toUnmodifiableMap(LanguageRules::code, Function.identity()));

  private static final Set<String> UNSPACED = Set.of("ja", "th", "zh");

  private LanguageTable() {}

  /** The rules of a language (ISO 639-1, or 639-3 where it has no such code). */
  static LanguageRules of(String code) {
    LanguageRules known = ALL.get(code);
    return known == null ? language(code, () -> CharArraySet.EMPTY_SET) : known;
  }

  /** Whether anything is known of a language. */
  static boolean isKnown(String code) {
    return ALL.containsKey(code);
  }

  /** The languages of which something is known. */
  static Set<String> known() {
    return ALL.keySet();
  }

  /** The languages that are split by a dictionary, because no spaces are between their words. */
  static Set<String> unspaced() {
    return UNSPACED;
  }
}
