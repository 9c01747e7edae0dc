package dev.broadsheet.articles.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Formats that are not read, so that people are told what to make of such a file. */
public enum OtherFormat {
  ARCHIVE(
      "an archive of files: unpack it, or make it a .zip",
      List.of("7z", "rar", "tar", "tgz"),
      List.of("7z\u00BC\u00AF", "Rar!")),
  ZIP_IN_ZIP("an archive in an archive: unpack the outer one", List.of("zip"), List.of()),
  ZIP(
      "a zip archive (or an Office document): give it the ending .zip (or save it as CSV)",
      List.of(),
      List.of("PK\3\4")),
  OFFICE(
      "an Office document: save it as CSV",
      List.of("xlsx", "xls", "xlsm", "ods", "numbers", "docx", "doc", "odt", "rtf"),
      List.of("\u00D0\u00CF\u0011\u00E0", "{\\rtf")),
  GZIP("compressed with gzip: give it the ending .gz", List.of(), List.of("\u001F\u008B")),
  BZIP2("compressed with bzip2: give it the ending .bz2", List.of(), List.of("BZh91AY&SY")),
  COMPRESSED(
      "compressed in a way that is not read: unpack it, or use gzip",
      List.of("lz4", "lzma", "br", "z"),
      List.of()),
  XZ("compressed with xz: give it the ending .xz", List.of(), List.of("\u00FD7zXZ")),
  ZSTD("compressed with zstd: give it the ending .zst", List.of(), List.of("(\u00B5/\u00FD")),
  PDF("a PDF document: take its text out first", List.of("pdf"), List.of("%PDF-")),
  PAGE(
      "a page of markup: say --format html",
      List.of("html", "htm", "xhtml"),
      List.of("<!doctype html", "<html", "<table")),
  MARKUP(
      "markup: write the title, date, URL and body of each article as JSON lines or CSV",
      List.of("sgm", "sgml"),
      List.of("<!doctype", "<doc>", "<doc id=", "<doc docid")),
  FEED(
      "a feed or other XML: give it the ending .xml (or, if all files are XML, say --format xml)",
      List.of(),
      List.of("<?xml", "<rss", "<feed")),
  DATABASE(
      "a database or a dump of one: export the table of articles as CSV",
      List.of("db", "sqlite", "sqlite3", "sql", "bson", "mdb", "accdb"),
      List.of(
          "SQLite format 3",
          "PGDMP",
          "-- MySQL dump",
          "-- MariaDB dump",
          "-- phpMyAdmin",
          "--\n-- PostgreSQL",
          "CREATE TABLE ",
          "INSERT INTO ")),
  WEB_ARCHIVE(
      "an archive of web pages: take title, date, URL and text out of it first",
      List.of("warc", "wet", "arc", "mht"),
      List.of("WARC/1.")),
  COLUMNS(
      "of another columnar format: write it as Parquet",
      List.of("orc", "avro", "feather", "arrow", "h5", "pkl", "pickle"),
      List.of("ARROW1", "Obj\u0001", "\u0089HDF")),
  SCRIPT(
      "a script: where it is JSON behind a name, as in a Twitter archive, cut all before the first"
          + " bracket and give it the ending .json",
      List.of("js"),
      List.of("window.YTD.")),
  STATISTICS(
      "a file of a statistics package: save it as CSV",
      List.of("rds", "rda", "rdata", "dta", "sav", "por", "sas7bdat"),
      List.of("<stata_dta", "$FL2@(#)")),
  YAML("written in YAML: write it as JSON", List.of("yaml", "yml"), List.of()),
  PAGES_OF_TEXT(
      "a page of markup: write it as Markdown (pandoc -t gfm -s)",
      List.of("adoc", "asciidoc", "rst", "org", "textile", "tex"),
      List.of()),
  BIBLIOGRAPHY(
      "a bibliography (RIS): export titles, dates, addresses and texts as CSV",
      List.of("ris"),
      List.of("TY  - ")),
  OTHER_BIBLIOGRAPHY(
      "a bibliography (BibTeX, EndNote): export titles, dates, addresses and texts as CSV",
      List.of("bib", "enw", "nbib"),
      List.of()),
  SUBTITLES(
      "subtitles: write the title, date, URL and whole text of each recording as JSON lines or CSV",
      List.of("srt", "vtt"),
      List.of("WEBVTT")),
  BOOK("an electronic book: take its texts out first", List.of("epub", "mobi"), List.of()),
  OUTLOOK(
      "of Outlook: export its messages as .eml or .mbox (readpst, or Thunderbird)",
      List.of("msg", "pst", "ost", "olm"),
      List.of("!BDN")),
  PARQUET("a Parquet file: give it the ending .parquet", List.of(), List.of("PAR1"));

  private static final Set<OtherFormat> TEXTS =
      EnumSet.of(OFFICE, PAGE, MARKUP, FEED, DATABASE, WEB_ARCHIVE, SCRIPT, BIBLIOGRAPHY);

  private static final String TAR = "ustar";
  private static final int TAR_AT = 257;

  private final String advice;
  private final List<String> endings;
  private final List<String> starts;

  OtherFormat(String advice, List<String> endings, List<String> starts) {
    this.advice = advice;
    this.endings = endings;
    this.starts = starts;
  }

  /** What it is and what to do: {@code a PDF document: take its text out first}. */
  public String advice() {
    return advice;
  }

  /** What a text is that is none of an article. */
  public static Optional<OtherFormat> ofText(byte[] bytes) {
    return ofBytes(bytes).filter(TEXTS::contains);
  }

  /** The format that a file's ending tells, without its dot. */
  static Optional<OtherFormat> ofEnding(String ending) {
    return Arrays.stream(values()).filter(format -> format.endings.contains(ending)).findFirst();
  }

  /** The format that a file's first bytes tell. */
  public static Optional<OtherFormat> ofBytes(byte[] bytes) {
    if (bytes.length > TAR_AT + TAR.length()
        && TAR.equals(new String(bytes, TAR_AT, TAR.length(), StandardCharsets.ISO_8859_1))) {
      return Optional.of(ARCHIVE);
    }
    int from = Utf8.start(bytes, 0, bytes.length);
    String start =
        new String(bytes, from, Math.min(16, bytes.length - from), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(format -> format.starts.stream().anyMatch(known -> begins(start, known)))
        .findFirst();
  }

  private static boolean begins(String start, String known) {
    return start.regionMatches(known.startsWith("<"), 0, known, 0, known.length());
  }
}
