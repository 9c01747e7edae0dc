package dev.broadsheet.articles.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** XML of which is known that it has no articles, by its outermost element or its namespace. */
enum OtherXml {
  CATALOGUE(
      "a library's catalogue (MARC, MODS): it has no texts",
      List.of("modscollection", "mods"),
      "loc.gov/marc21"),
  SCAN(
      "a scanned page as its letters were recognised (ALTO, PAGE, METS): take its text out, and write"
          + " title, date and text of each article as JSON lines or CSV",
      List.of("alto", "pcgts", "mets"),
      "loc.gov/standards/alto"),
  SUBSCRIPTIONS(
      "a list of feeds (OPML), without what is in them: save the feeds themselves",
      List.of("opml"),
      "opml.org"),
  SITES(
      "a list of sitemaps: save these themselves, of which those for news have headlines",
      List.of("sitemapindex"),
      "\0"),
  OFFICE(
      "an Office document: save it as CSV",
      List.of("workbook"),
      "urn:schemas-microsoft-com:office"),
  DRAWING("a drawing or a map", List.of("svg", "kml", "gpx"), "w3.org/2000/svg"),
  SETTINGS("settings of a program", List.of("plist"), "\0");

  private final String advice;
  private final List<String> outermost;
  private final String namespace;

  OtherXml(String advice, List<String> outermost, String namespace) {
    this.advice = advice;
    this.outermost = outermost;
    this.namespace = namespace;
  }

  /**
   * What a file is.
   *
   * @param element its outermost one, without a prefix
   * @param namespace of that; empty for none
   */
  static Optional<OtherXml> of(String element, String namespace) {
    String name = element.toLowerCase(Locale.ROOT);
    String space = namespace.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(other -> other.outermost.contains(name) || space.contains(other.namespace))
        .findFirst();
  }

  /** What it is, and what to do. */
  String advice() {
    return advice;
  }
}
