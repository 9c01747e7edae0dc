package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://WWW.Example.COM/A/b?C=d, https://www.example.com/A/b?C=d",
    "http://a.example:80/x, http://a.example/x",
    "https://a.example:443, https://a.example/",
    "https://a.example:8443/x#top, https://a.example:8443/x",
    "https://a.example/x?utm_source=n&id=7&fbclid=1&UTM_Medium=m, https://a.example/x?id=7",
    "https://a.example/x?gclid=1, https://a.example/x",
    "https://a.example/x?, https://a.example/x",
    "https://user:secret@a.example/x, https://a.example/x",
    "https://a.example./x y|z, https://a.example/x y|z",
    "https://пример.example/x, https://пример.example/x",
    "a.example/x, https://a.example/x",
    "//a.example/x, https://a.example/x",
    "www.a.example, https://www.a.example/",
    "https://a.example/#!/x, https://a.example/#!/x",
    "https://a.example/i.html#/x?y, https://a.example/i.html#/x?y",
  })
  void writesAnAddressInOneWay(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://a.example/x",
        "unknown",
        "/news/x",
        "https://",
        "https:///x",
        "https://a b.example/x",
        "mailto:a@b.example",
        "https://a.example:port/x"
      })
  void isEmptyForWhatIsNoWebAddress(String url) {
    assertThat(CanonicalUrl.of(url)).isEmpty();
  }
}
