package dev.broadsheet.articles.identity;

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
    "https://a.example/x?ref=home&at_medium=RSS&at_campaign=KARANGA&p=2, https://a.example/x?p=2",
    "https://a.example/x?smid=tw-share&partner=rss&emc=rss, https://a.example/x",
    "https://a.example/x?ref=1234567, https://a.example/x?ref=1234567",
    "https://a.example/x?cid=7&preference=a, https://a.example/x?cid=7&preference=a",
    "https://a.example/x;jsessionid=0A1B?id=7, https://a.example/x?id=7",
    "https://a.example/2024/x/amp/, https://a.example/2024/x",
    "https://a.example/2024/x/amp?amp=1&id=7, https://a.example/2024/x?id=7",
    "https://a.example/amp/2024/x, https://a.example/2024/x",
    "https://a.example/2024/x.amp.html?outputType=amp, https://a.example/2024/x.html",
    "https://a.example/amp, https://a.example/amp",
    "https://a.example/amp/, https://a.example/amp/",
    "https://a.example/champ/amplifier, https://a.example/champ/amplifier",
    "https://www.google.com/amp/s/www.a.example/x/amp/, https://www.a.example/x",
    "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x?amp_js_v=0.1, https://www.a.example/x?amp_js_v=0.1",
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
