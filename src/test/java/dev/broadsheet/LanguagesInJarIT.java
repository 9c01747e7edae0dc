package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dictionaries of languages are found where the jar has moved them. */
class LanguagesInJarIT {
  /** Takes our classes from the jar, and Spark's from the test. */
  private static final class Jar extends URLClassLoader {
    Jar(URL jar) {
      super(new URL[] {jar}, LanguagesInJarIT.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && name.startsWith("dev.broadsheet.")) {
        return findClass(name);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl|Rolnicy odbudowali zalane domy.|rolnik,odbudować,zalać,domy",
        "th|ธนาคารกลางประกาศ|ธนาคาร,กลาง,ประกาศ",
        "zh|中央银行上调了利率的目标。|中央,银行,上调,利率,目标",
        "ja|日本政府は緊急事態宣言を出した。|日本,政府,緊急,事態,宣言",
        "ko|한국은행은 기준금리를 인상했다.|한국은행,기준,금리,인상",
        "uk|Уряд областей і парламенту.|уряд,область,парламент",
        "es|Las casas de la ciudad.|cas,ciudad"
      })
  void everyLanguageIsSplitAndStemmed(String language, String text, String terms) throws Exception {
    URL jar = Path.of(System.getProperty("broadsheet.jar")).toUri().toURL();
    try (var loader = new Jar(jar)) {
      Class<?> analyzer = loader.loadClass("dev.broadsheet.text.ArticleAnalyzer");
      Method analyze = analyzer.getDeclaredMethod("row", String.class, String.class, boolean.class);
      analyze.setAccessible(true);
      Row analyzed = (Row) analyze.invoke(null, text, language, false);
      assertThat((List<?>) analyzed.get(0)).isEqualTo(List.of(terms.split(",")));
    }
  }
}
