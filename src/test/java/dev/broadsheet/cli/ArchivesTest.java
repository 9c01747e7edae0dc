package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.cleaning.Html;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.dates.Dates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives as people have them, each with what is to become of it: one file, as it is read, and 200
 * articles with one thing wrong, as the command line tells of them.
 */
@SparkTest
class ArchivesTest {
  private static final String T = "\"title\":\"T\"";
  private static final String B = "\"body\":\"B\"";
  private static final String PLAIN = "{" + T + "," + B + "}";

  /**
   * A file, and what is read of it.
   *
   * @param options {@code columns=…}, {@code records=…}, {@code dates=…}, {@code zone=…}, {@code
   *     encoding=…}, {@code sample=…}, {@code max=…}, between semicolons
   * @param rejected reasons with counts
   * @param readAs what was found by looking, of the first record
   * @param value title, day, URL and body of the first article, or the detail of the first rejected
   *     record
   */
  private record Archive(
      String file,
      byte[] bytes,
      String options,
      long articles,
      String rejected,
      String readAs,
      String value) {
    @Override
    public String toString() {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return file + " " + options + " " + text.substring(0, Math.min(60, text.length()));
    }
  }

  private static Archive of(
      String file,
      String text,
      String options,
      long articles,
      String rejected,
      String readAs,
      String value) {
    return new Archive(
        file, text.getBytes(StandardCharsets.UTF_8), options, articles, rejected, readAs, value);
  }

  private static Archive in(Charset charset, Archive archive) {
    String text = new String(archive.bytes, StandardCharsets.UTF_8);
    return new Archive(
        archive.file,
        text.getBytes(charset),
        archive.options,
        archive.articles,
        archive.rejected,
        archive.readAs,
        archive.value);
  }

  private static Archive dated(String date, String options, String day) {
    return of(
        "a.json",
        "{" + T + "," + B + ",\"date\":" + date + "}",
        options,
        1,
        "{}",
        "",
        "T|" + day + "|null|B");
  }

  static Stream<Archive> jsonAsItIs() {
    String array = "a JSON array";
    String several = "JSON values of several lines";
    return Stream.of(
        of(
            "a.jsonl",
            PLAIN + PLAIN + PLAIN + "\n" + PLAIN + "\n",
            "",
            4,
            "{}",
            "",
            "T|null|null|B"),
        of("a.json", PLAIN + PLAIN + PLAIN, "", 3, "{}", "", "T|null|null|B"),
        of("a.jsonl", PLAIN + " // ok\n" + PLAIN, "", 2, "{bad_record=1}", "", "not a JSON object"),
        of("a.jsonl", PLAIN + ",\n" + PLAIN + ",\n", "", 2, "{}", "", "T|null|null|B"),
        of("a.json", "[" + PLAIN + "," + PLAIN + "]", "", 2, "{}", array, "T|null|null|B"),
        of(
            "a.json",
            "\uFEFF[\n" + PLAIN + ",\n" + PLAIN + ",\n]\n",
            "",
            2,
            "{}",
            array,
            "T|null|null|B"),
        of(
            "a.json",
            "{\n " + T + ",\n " + B + "\n}\n{\n " + T + ",\n " + B + "\n}",
            "",
            2,
            "{}",
            several,
            "T|null|null|B"),
        of(
            "a.json",
            "[" + PLAIN + ",{" + T + ",oops}," + PLAIN + "]",
            "",
            2,
            "{bad_record=1}",
            array,
            "not JSON: Unexpected character ('o' (code 111)): was expecting double-quote to start"
                + " field name"),
        of(
            "a.json",
            "[" + PLAIN + "," + PLAIN.substring(0, 20),
            "",
            1,
            "{bad_record=1}",
            array,
            "not JSON: Unexpected end-of-input within/between Object entries"),
        of(
            "a.json",
            "{\"status\":\"ok\",\"articles\":[\n" + PLAIN + ",\n" + PLAIN + "]}",
            "",
            2,
            "{}",
            "the records in articles",
            "T|null|null|B"),
        of(
            "a.json",
            "{\"response\":{\"results\":[{\"webTitle\":\"T\",\"fields\":{\"bodyText\":\"B\"}}]}}",
            "records=response.results",
            1,
            "{}",
            "the records in response.results, title=webTitle, body=fields.bodyText",
            "T|null|null|B"),
        of(
            "a.json",
            "{\"response\":{\"results\":[{\"webTitle\":\"T\",\"fields\":{\"bodyText\":\"B\"}}]}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are response. Are its records in response.results (webTitle"
                + " \"T\", fields.bodyText \"B\")? Perhaps: --records response.results"),
        of(
            "a.json",
            PLAIN,
            "records=items",
            0,
            "{bad_record=1}",
            "the records in items",
            "there is no items; its fields are title \"T\", body \"B\""),
        of(
            "a.jsonl",
            "{" + T + ",\"body\":[\"One.\",null,\"Two.\"]}",
            "",
            1,
            "{}",
            "",
            "T|null|null|One.\n\nTwo."),
        of(
            "a.jsonl",
            "{\"title\":{\"rendered\":\"T\"}," + B + "}",
            "",
            0,
            "{bad_record=1}",
            "",
            "title is an object (say --columns title=title.rendered)"),
        of(
            "a.jsonl",
            "{\"title\":{\"rendered\":\"T\"}," + B + "}",
            "columns=title=title.rendered",
            1,
            "{}",
            "title=title.rendered, body=body",
            "T|null|null|B"),
        of(
            "a.jsonl",
            "{\"title\":7,\"body\":true}",
            "",
            0,
            "{bad_record=1}",
            "",
            "title is a number; body is true or false"),
        of(
            "a.jsonl",
            "{" + T + ",\"body\":[{\"content\":\"One.\"},{\"content\":\"Two.\"}]}",
            "columns=body=body.content",
            1,
            "{}",
            "title=title, body=body.content",
            "T|null|null|One.\n\nTwo."),
        of(
            "a.jsonl",
            "{"
                + T
                + ",\"body\":NaN}\n{"
                + T
                + ",\"body\":\"nan\"}\n{\"title\":\"None\","
                + B
                + "}",
            "",
            0,
            "{missing_body=2, missing_title=1}",
            "",
            "no body"),
        of(
            "a.jsonl",
            "{\"title\":\"T \\ud83d\"," + B + "}",
            "",
            0,
            "{bad_encoding=1}",
            "",
            "half of a character (an unpaired surrogate)"));
  }

  static Stream<Archive> brokenJson() {
    String half = "{" + T + ",\"body\":\"B";
    return Stream.of(
        of(
            "a.jsonl",
            half + "\n" + PLAIN + "\n" + PLAIN,
            "",
            2,
            "{bad_record=1}",
            "",
            "not a JSON object: Unexpected end-of-input in VALUE_STRING"),
        of(
            "a.jsonl",
            half + "\n" + half + "\n" + PLAIN + "\n" + PLAIN,
            "",
            2,
            "{bad_record=2}",
            "JSON values of several lines",
            "not JSON: Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using"
                + " backslash to be included in string value"));
  }

  static Stream<Archive> keysThatStandTwice() {
    String twice = "{\"title\":\"T\",\"title\":\"U\"," + B + ",\"tag\":1,\"tag\":2}\n";
    return Stream.of(
        of(
            "a.jsonl",
            twice + PLAIN,
            "",
            1,
            "{bad_record=1}",
            "",
            "title stands twice, with different values"),
        of(
            "a.json",
            "[" + twice.replace("U", "T") + "]",
            "",
            1,
            "{}",
            "a JSON array",
            "T|null|null|B"),
        of("a.jsonl", twice.replace("\"U\"", "null"), "", 1, "{}", "", "T|null|null|B"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"body\":[\"B\"],\"date\":[],\"date\":[\"2024-03-01\"]}",
            "",
            0,
            "{bad_record=1}",
            "",
            "date stands twice, with different values; body stands twice, with different values"),
        of(
            "a.jsonl",
            "{" + T + ",\"text\":{\"x\":\"A\"},\"text\":{\"full\":\"B\"}}",
            "columns=body=text.full",
            1,
            "{}",
            "title=title, body=text.full",
            "T|null|null|B"),
        of("a.csv", "title,body,body\nT,B,\nU,C,C\n", "", 2, "{}", "", "T|null|null|B"),
        of(
            "a.csv",
            "title,body,body\nT,B,C\nU,C,C\n",
            "",
            1,
            "{bad_record=1}",
            "",
            "body stands twice in the header, with different values here"));
  }

  static Stream<Archive> recordsThatAreTooLarge() {
    String large =
        "{" + T + ",\"tags\":[{\"a\":\"]}\"}],\"body\":\"" + "b \\\" ".repeat(70000) + "\"}";
    String tooLarge = "more than 100000 bytes (--max-article-bytes)";
    String options = "max=100000";
    String array = "a JSON array";
    String pages = "the records in response.results";
    String spaces = " ".repeat(400_000);
    return Stream.of(
        of(
            "a.json",
            "[" + PLAIN + "," + large + "," + PLAIN + "]",
            options,
            2,
            "{too_large=1}",
            array,
            tooLarge),
        of("a.json", "[" + large + "," + large, options, 0, "{too_large=2}", array, tooLarge),
        of(
            "a.json",
            "[" + large.substring(0, 300_000),
            options,
            0,
            "{too_large=1}",
            array,
            tooLarge),
        of(
            "a.json",
            "[" + PLAIN + spaces + "," + PLAIN + spaces + "]",
            options,
            2,
            "{}",
            array,
            "T|null|null|B"),
        of(
            "a.json",
            "[" + PLAIN + ",\"" + "b ".repeat(200_000) + "\"]",
            options,
            1,
            "{too_large=1}",
            array,
            tooLarge),
        of(
            "a.json",
            "{\"response\":{\"notes\":["
                + large
                + "],\"results\":["
                + PLAIN
                + ","
                + large
                + ","
                + PLAIN
                + "],\"total\":40}}",
            "records=response.results;" + options,
            2,
            "{too_large=1}",
            pages,
            tooLarge),
        of(
            "a.json",
            "{\"a\":" + PLAIN + ",\"b\":" + PLAIN + ",\"c\":" + large + ",\"d\":" + PLAIN + "}",
            options,
            3,
            "{too_large=1}",
            "the records in *",
            tooLarge),
        of(
            "a.jsonl",
            PLAIN + "\n" + large + "\n" + PLAIN,
            options,
            2,
            "{too_large=1}",
            "",
            tooLarge));
  }

  static Stream<Archive> recordsThatAreTooDeep() {
    String deep = "{\"title\":".repeat(100_000) + "1" + "}".repeat(100_000);
    String why =
        "Document nesting depth (1001) exceeds the maximum allowed (1000, from"
            + " `StreamReadConstraints.getMaxNestingDepth()`)";
    return Stream.of(
        of(
            "a.json",
            "[" + PLAIN + "," + deep + "," + PLAIN + "]",
            "",
            2,
            "{bad_record=1}",
            "a JSON array",
            "not JSON: " + why),
        of("a.json", PLAIN + "\n" + deep, "", 1, "{bad_record=1}", "", "not a JSON object: " + why),
        of(
            "a.json",
            "[".repeat(100_000),
            "",
            0,
            "{bad_record=1}",
            "a JSON array",
            "not JSON: " + why));
  }

  static Stream<Archive> rowsThatAreTooLarge() {
    String tooLarge = "more than 1000 bytes, or a quote that is never closed";
    String large = "b ".repeat(100_000);
    String rows = "title,date,body\nT,20220105,B\nU,20220105,%s\nV,20220105,B\n";
    return Stream.of(
        of("a.csv", rows.formatted(large), "max=1000", 2, "{too_large=1}", "", tooLarge),
        of(
            "a.csv",
            rows.formatted('"' + large + '"'),
            "max=1000",
            2,
            "{too_large=1}",
            "",
            tooLarge),
        of("a.csv", rows.formatted('"' + large), "max=1000", 2, "{too_large=1}", "", tooLarge),
        of(
            "a.csv",
            rows.formatted(large).strip() + large,
            "max=1000",
            1,
            "{too_large=2}",
            "",
            tooLarge));
  }

  static Stream<Archive> brokenEnvelopes() {
    String oops = "{" + T + ",oops}";
    String why =
        "not JSON: Unexpected character ('o' (code 111)): was expecting double-quote to start field"
            + " name";
    return Stream.of(
        of(
            "a.json",
            "{\"articles\":[" + PLAIN + "," + oops + "," + PLAIN + "],\"total\":2,\"next\":\"/2\"}",
            "",
            2,
            "{bad_record=1}",
            "the records in articles",
            why),
        of(
            "a.json",
            "[{\"articles\":["
                + PLAIN
                + ","
                + oops
                + ","
                + PLAIN
                + "]},{\"articles\":["
                + PLAIN
                + "]}]",
            "records=articles",
            3,
            "{bad_record=1}",
            "the records in articles",
            why),
        of(
            "a.json",
            "{\"a\":" + PLAIN + ",\"b\":" + PLAIN + ",\"c\":" + oops + ",\"d\":" + PLAIN + ",\"e\":"
                + PLAIN + "}",
            "",
            4,
            "{bad_record=1}",
            "the records in *",
            why));
  }

  static Stream<Archive> damagedHeaders() {
    String rows = "T,20220105,\"B, b\"\nU,20220106,\"C\"\n";
    return Stream.of(
        of("a.csv", "title,\"date,body\n" + rows, "", 2, "{}", "", "T|2022-01-05|null|B, b"),
        of(
            "a.csv",
            "\"title\",\"date\",\"body\n" + rows,
            "",
            2,
            "{}",
            "",
            "T|2022-01-05|null|B, b"),
        of("a.csv", "\"title,date,body\r\n" + rows, "", 2, "{}", "", "T|2022-01-05|null|B, b"),
        of(
            "a.csv",
            "\"title\",\"date\",\"body\n(of the text)\"\n" + rows,
            "columns=body=body\n(of the text)",
            2,
            "{}",
            "title=title, date=date, body=body\n(of the text)",
            "T|2022-01-05|null|B, b"),
        of(
            "a.csv",
            "T,20220105,\"B, b\n" + rows.repeat(2),
            "columns=title=1,date=2,body=3",
            4,
            "{bad_record=1}",
            "no header, title=1, date=2, body=3",
            "a quote that is never closed, or stray"));
  }

  static Stream<Archive> fieldsByOtherNames() {
    return Stream.of(
        of(
            "a.jsonl",
            "{\"Headline\":\"T\",\"maintext\":\"B\",\"published_at\":\"2022-01-05\",\"link\":\"https://a.example/1\"}",
            "",
            1,
            "{}",
            "title=Headline, date=published_at, url=link, body=maintext",
            "T|2022-01-05|https://a.example/1|B"),
        of(
            "a.jsonl",
            "{\"TITLE\":\"T\",\"Body\":\"B\",\"content\":\"C\"}",
            "",
            1,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "a.jsonl",
            "{\"headline\":\"T\",\"short_description\":\"B\",\"link\":\"https://a.example/1\"}",
            "",
            0,
            "{missing_body=1}",
            "",
            "no body: its fields are headline \"T\", short_description \"B\", link"
                + " \"https://a.example/1\". Which is title and which is body? Perhaps: --columns"
                + " title=headline,url=link,body=short_description"),
        of(
            "a.jsonl",
            "{\"headline\":\"T\",\"lead\":\"L\",\"rest\":\"R\"}",
            "columns=title=headline,body=lead+rest",
            1,
            "{}",
            "title=headline, body=lead+rest",
            "T|null|null|L\n\nR"),
        of(
            "a.jsonl",
            PLAIN,
            "columns=body=content.rendered",
            0,
            "{missing_body=1}",
            "title=title, body=content.rendered",
            "no body: there is no field content.rendered; the fields are title \"T\", body \"B\""),
        of(
            "a.csv",
            "publish_date,headline_text\n20220105,T\n",
            "",
            0,
            "{bad_record=1}",
            "date=publish_date",
            "the header names no title and body; its fields are publish_date \"20220105\","
                + " headline_text \"T\". Which is title and which is body? Perhaps: --columns"
                + " title=headline_text,date=publish_date,body=headline_text"),
        of(
            "a.csv",
            "publish_date,headline_text\n20220105,T\n",
            "columns=title=headline_text,body=headline_text",
            1,
            "{}",
            "title=headline_text, date=publish_date, body=headline_text",
            "T|2022-01-05|null|T"),
        of(
            "a.csv",
            "title,body\nT,B\n",
            "columns=title=headline",
            0,
            "{bad_record=1}",
            "title=headline, body=body",
            "there is no column headline; the columns are title \"T\", body \"B\""));
  }

  static Stream<Archive> fieldsInAnyLanguage() {
    String body =
        "The council voted on Tuesday, after weeks of debate, for a new bridge. ".repeat(2);
    return Stream.of(
        of(
            "a.jsonl",
            "{\"titulo\":\"T\",\"cuerpo\":\"B\",\"publicado\":\"1 de marzo de"
                + " 2023\",\"enlazado\":\"https://a.example/1\",\"imagen\":\"https://a.example/1.jpg\",\"actualizado\":\"\"}",
            "",
            1,
            "{}",
            "title=titulo, date=publicado, url=enlazado, body=cuerpo",
            "T|2023-03-01|https://a.example/1|B"),
        of(
            "a.csv",
            "Headline,Newspaper,Printed,Updated on,Article\n"
                + "T,The Times,,2023-03-02,B\n"
                + "U,The Times,2023-03-01,2023-03-03,C\n",
            "",
            2,
            "{}",
            "title=Headline, date=Printed, body=Article",
            "T|null|null|B"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"first\":\"2023-03-01\",\"last\":\"2023-03-02\"}",
            "",
            1,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "a.csv",
            "lap,szoveg,cime\nnap," + body.replace(",", "") + ",Egy h\u00EDd\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "the header names no title and body; its fields are lap \"nap\", szoveg \"The council"
                + " voted on Tuesday after week\u2026\", cime \"Egy h\u00EDd\". Which is title and"
                + " which is body? Perhaps: --columns title=cime,body=szoveg"),
        of(
            "a.csv",
            "title,date,paragraphs\nT,2023-03-01,\"" + body + "\"\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "the header names no title and body; its fields are title \"T\", date \"2023-03-01\","
                + " paragraphs \"The council voted on Tuesday, after wee\u2026\". Which is title"
                + " and which is body? Perhaps: --columns title=title,date=date,body=paragraphs"),
        in(
            Charset.forName("windows-1252"),
            of(
                "a.csv",
                "\u00DCberschrift;Volltext\nT;B\u00E4r\n",
                "",
                0,
                "{bad_record=1}",
                "separated by semicolons, body=Volltext",
                "the header is not UTF-8; perhaps --encoding windows-1252")));
  }

  static Stream<Archive> pagesOfRecords() {
    String hit = "{\"_id\":\"1\",\"_source\":" + PLAIN + "}";
    String scroll = "{\"took\":3,\"hits\":{\"hits\":[" + hit + "]}}";
    return Stream.of(
        of(
            "scroll.json",
            scroll + "\n" + scroll,
            "",
            2,
            "{}",
            "the records in hits.hits, title=_source.title, body=_source.body",
            "T|null|null|B"),
        of(
            "scroll.json",
            scroll + "\n" + scroll,
            "records=hits.hits;columns=title=_source.title,body=_source.body",
            2,
            "{}",
            "the records in hits.hits, title=_source.title, body=_source.body",
            "T|null|null|B"),
        of(
            "jsonapi.json",
            "{\"data\":[{\"id\":\"1\",\"attributes\":{" + T + ",\"body\":{\"value\":\"B\"}}}]}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are data. Are its records in data (id \"1\", attributes.title"
                + " \"T\", attributes.body.value \"B\")? Perhaps: --records data --columns"
                + " title=attributes.title,body=attributes.body.value"),
        of(
            "result.json",
            "{\"name\":\"News\",\"messages\":[{\"date\":\"2023-03-01T10:00:00\",\"text\":[\"Rain in"
                + " \",{\"type\":\"bold\",\"text\":\"Oslo\"},\".\"]},{\"date\":\"2023-03-02T10:00:00\",\"text\":\"Wind.\"}]}",
            "",
            0,
            "{missing_body=1}",
            "",
            "no body: its fields are name, messages. Are its records in messages (date"
                + " \"2023-03-01T10:00:00\", text \"Rain in\", text.type \"bold\", text.text"
                + " \"Oslo\")? Perhaps: --records messages --columns"
                + " title=text,date=date,body=text"),
        of(
            "result.json",
            "{\"messages\":[{\"date\":\"2023-03-01T10:00:00\",\"text\":[\"Rain in"
                + " \",{\"type\":\"bold\",\"text\":\"Oslo\"},\".\"]}]}",
            "records=messages;columns=title=text,body=text",
            1,
            "{}",
            "the records in messages, title=text, date=date, body=text",
            "Rain in Oslo.|2023-03-01|null|Rain in Oslo."));
  }

  static Stream<Archive> recordsInOneObjectOrOneList() {
    String feed =
        "{\"rss\":{\"channel\":{\"title\":\"F\",\"item\":[{\"title\":\"T\",\"description\":\"B\",\"category\":[{\"name\":\"C\"}]}]}}}";
    return Stream.of(
        of(
            "page.json",
            "{\"status\":\"ok\",\"data\":{\"total\":1,\"items\":[" + PLAIN + "]}}",
            "",
            1,
            "{}",
            "the records in data.items",
            "T|null|null|B"),
        of(
            "feed.json",
            feed,
            "",
            1,
            "{}",
            "the records in rss.channel.item, title=title, body=description",
            "T|null|null|B"),
        of(
            "two.json",
            "{\"data\":{\"news\":[" + PLAIN + "],\"sport\":[" + PLAIN + "]}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are data. Are its records in data.* (title \"T\", body \"B\")?"
                + " Perhaps: --records 'data.*'"),
        of(
            "days.json",
            "{\"2024-03-01\":[" + PLAIN + "," + PLAIN + "],\"2024-03-02\":[" + PLAIN + "]}",
            "records=*",
            3,
            "{}",
            "the records in *",
            "T|null|null|B"),
        of(
            "outlets.json",
            "{\"n\":{\"a\":{\"link\":\"x\",\"articles\":["
                + PLAIN
                + "]},\"b\":{\"articles\":["
                + PLAIN
                + "]}}}",
            "records=n.*.articles",
            2,
            "{}",
            "the records in n.*.articles",
            "T|null|null|B"),
        of(
            "posts.jsonl",
            "{\"id\":1,\"date\":\"2024-03-01\",\"post\":" + PLAIN + "}",
            "",
            1,
            "{}",
            "title=post.title, date=date, body=post.body",
            "T|2024-03-01|null|B"),
        of(
            "posts.jsonl",
            "{\"id\":1,\"user\":" + PLAIN + "}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are id \"1\", user.title \"T\", user.body \"B\". Which is title"
                + " and which is body? Perhaps: --columns title=NAME,body=NAME"),
        of(
            "two.jsonl",
            "{\"a\":" + PLAIN + ",\"b\":" + PLAIN + "}\n{\"a\":" + PLAIN + ",\"b\":" + PLAIN + "}",
            "",
            0,
            "{missing_title=2}",
            "",
            "no title: its fields are a.title \"T\", a.body \"B\", b.title \"T\", b.body \"B\"."
                + " Which is title and which is body? Perhaps: --columns"
                + " title=a.title,body=a.body"),
        of(
            "tweets.jsonl",
            "{\"created_at\":\"Fri Mar 01 08:00:00 +0000"
                + " 2024\",\"full_text\":\"B\",\"user\":{\"name\":\"U\",\"url\":\"https://a.example/u\"}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are created_at \"Fri Mar 01 08:00:00 +0000 2024\", full_text"
                + " \"B\", user.name \"U\", user.url \"https://a.example/u\". Which is title and"
                + " which is body? Perhaps: --columns"
                + " title=full_text,date=created_at,body=full_text"),
        of(
            "entries.json",
            "{\"feed\":{\"entry\":[{\"title\":{\"@type\":\"html\",\"#text\":\"T\"},\"link\":{\"@rel\":\"self\",\"@href\":\"https://a.example/1\"},\"content\":{\"@type\":\"html\",\"#text\":\"B\"}}]}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are feed. Are its records in feed.entry (title.@type \"html\","
                + " title.#text \"T\", link.@rel \"self\", link.@href \"https://a.example/1\","
                + " content.@type \"html\", content.#text \"B\")? Perhaps: --records feed.entry"
                + " --columns title=title.#text,url=link.@href,body=content.#text"),
        of(
            "rows.json",
            "{\"features\":[{\"name\":\"text\"}],\"rows\":[{\"row\":{\"title\":\"T\",\"text\":\"B\",\"url\":\"https://a.example/1\"}}]}",
            "",
            1,
            "{}",
            "the records in rows, title=row.title, url=row.url, body=row.text",
            "T|null|https://a.example/1|B"),
        of(
            "blocks.jsonl",
            "{\"title\":\"T\",\"body\":[{\"_type\":\"block\",\"children\":[{\"_type\":\"span\",\"text\":\"B\"}]}]}",
            "",
            1,
            "{}",
            "",
            "T|null|null|B"));
  }

  static Stream<Archive> tablesAsToolsWriteThem() {
    return Stream.of(
        of(
            "export.csv",
            "Export of the archive\nMade on,2024-08-01\n\nTitle,Date,Text\nT,2024-03-01,B\n",
            "",
            1,
            "{}",
            "without 3 lines about the file, title=Title, date=Date, body=Text",
            "T|2024-03-01|null|B"),
        of(
            "rows.csv",
            "a,b,c\nd,e,f\ntitle,date,body\n",
            "",
            0,
            "{bad_record=2}",
            "",
            "the header names no title and body; its fields are a \"d\", b \"e\", c \"f\". Which is"
                + " title and which is body? Perhaps: --columns title=NAME,body=NAME"),
        of(
            "000000_0.csv",
            "1\u0001T\u00012024-03-01\u0001B, and C\n2\u0001U\u00012024-03-02\u0001D, and E\n",
            "columns=title=2,date=3,body=4",
            2,
            "{}",
            "separated by control characters (\\u0001), no header, title=2, date=3, body=4",
            "T|2024-03-01|null|B, and C"),
        of(
            "a.csv",
            "title,year,month,day,text\nT,2024,3,1,B\n",
            "",
            1,
            "{}",
            "title=title, body=text, no date (perhaps --columns date=year+month+day)",
            "T|null|null|B"),
        of(
            "a.csv",
            "title,year,month,day,text\nT,2024,3,1,B\n",
            "columns=date=year+month+day",
            1,
            "{}",
            "title=title, date=year+month+day, body=text",
            "T|2024-03-01|null|B"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"date\":{\"year\":2024,\"month\":3,\"day\":1}}",
            "",
            0,
            "{bad_record=1}",
            "",
            "date is an object (say --columns date=date.year+date.month+date.day)"),
        of(
            "seq.json",
            "\u001E" + PLAIN + "\n\u001E" + PLAIN + "\n",
            "",
            2,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "pages.jsonl",
            "{\"articles\":[" + PLAIN + "]}\n{\"articles\":[" + PLAIN + "," + PLAIN + "]}\n",
            "",
            3,
            "{}",
            "the records in articles",
            "T|null|null|B"));
  }

  static Stream<Archive> textsWithLabelledHeads() {
    return Stream.of(
        of(
            "sci.space/59001.txt",
            "Path: news.example!not\n"
                + "From: ann@a.example (Ann)\n"
                + "Subject: Re: T\n"
                + " of two lines\n"
                + "Date: 20 Apr 93 05:10:00 GMT\n"
                + "Lines: 2\n\n"
                + "B\n\n"
                + "> C: D",
            "",
            1,
            "{}",
            "a labelled head, title=Subject, date=Date",
            "Re: T of two lines|1993-04-20|null|B\n\nC: D"),
        of(
            "a.txt",
            "Title: T\nDate: 2024-03-01\nURL: https://a.example/1\nSource:\n\nB",
            "",
            1,
            "{}",
            "a labelled head, title=Title, date=Date, url=URL",
            "T|2024-03-01|https://a.example/1|B"),
        of(
            "a.txt",
            "Titel: T\nDatum: 1. M\u00E4rz 2024\nText: B\nC",
            "",
            1,
            "{}",
            "a labelled head, title=Titel, date=Datum, body=Text",
            "T|2024-03-01|null|B\nC"),
        of(
            "a.txt",
            "---\ntitle: \"T: U\"\ndate: 2024-03-01\ntags:\n  - x\n---\nB",
            "",
            1,
            "{}",
            "a labelled head, title=title, date=date",
            "T: U|2024-03-01|null|B"),
        of(
            "a.txt",
            "Subject: rain\n20240301\n\nB",
            "",
            1,
            "{}",
            "",
            "Subject: rain|2024-03-01|null|B"),
        of(
            "a.txt",
            "Analysis: rain\n20240301\nhttps://a.example/1\nOslo: B",
            "",
            1,
            "{}",
            "",
            "Analysis: rain|2024-03-01|https://a.example/1|Oslo: B"));
  }

  static Stream<Archive> datesInTheNamesOfFolders() {
    return Stream.of(
        of("date=2024-03-01/part-0.json", PLAIN, "", 1, "{}", "", "T|2024-03-01|null|B"),
        of(
            "dt=20240301/hour=7/part-0.csv",
            "title,body\nT,B\n",
            "",
            1,
            "{}",
            "",
            "T|2024-03-01|null|B"),
        of("year=2024/month=3/day=1/a.json", PLAIN, "", 1, "{}", "", "T|2024-03-01|null|B"),
        of("year=2024/month=3/a.json", PLAIN, "", 1, "{}", "", "T|null|null|B"),
        of(
            "date=2024-03-01/a.json",
            "{" + T + "," + B + ",\"date\":\"2024-03-02\"}",
            "",
            1,
            "{}",
            "",
            "T|2024-03-02|null|B"),
        of("date=__HIVE_DEFAULT_PARTITION__/a.json", PLAIN, "", 1, "{}", "", "T|null|null|B"));
  }

  static Stream<Archive> recordsOfTooManyValues() {
    String many = "{" + T + "," + B + ",\"x\":[" + "{},".repeat(260_000) + "{}]}";
    String tooMany = "more than 250,000 values";
    return Stream.of(
        of(
            "a.json",
            "[" + PLAIN + "," + many + "," + PLAIN + "]",
            "",
            2,
            "{too_large=1}",
            "a JSON array",
            tooMany),
        of("a.jsonl", PLAIN + "\n" + many + "\n" + PLAIN, "", 2, "{too_large=1}", "", tooMany),
        of("a.jsonl", PLAIN + "\n" + PLAIN + many + PLAIN, "", 3, "{too_large=1}", "", tooMany));
  }

  static Stream<Archive> datesAsTheyAre() {
    return Stream.of(
        dated("\"2022-01-05T23:30:00Z\"", "", "2022-01-05"),
        dated("\"2022-01-05T23:30:00-05:00\"", "", "2022-01-06"),
        dated("\"2022-01-05T23:30:00Z\"", "zone=Europe/Paris", "2022-01-06"),
        dated("\"2022-01-05 09:30:00.123\"", "", "2022-01-05"),
        dated("\"20220105 09:30:00\"", "", "2022-01-05"),
        dated("\"20220105093000\"", "", "2022-01-05"),
        dated("\"Wed, 05 Jan 2022 23:12:00 -0200\"", "", "2022-01-06"),
        dated("\"Wed Jan 05 10:12:00 +0000 2022\"", "", "2022-01-05"),
        dated("\"January 5, 2022 12:39 AM\"", "", "2022-01-05"),
        dated("\"5-JAN-1987 15:01:01.79\"", "", "1987-01-05"),
        dated("\"05-Jan-22\"", "", "2022-01-05"),
        dated("[2022,1,5,23,30]", "", "2022-01-05"),
        dated("\"Fri, 01/25/2022 - 14:30\"", "", "2022-01-25"),
        dated("\"Mittwoch, 5.1.2022\"", "", "2022-01-05"),
        dated("\"/Date(1641373200000+0100)/\"", "", "2022-01-05"),
        dated("44566", "", "2022-01-05"),
        dated("\"44566,75\"", "", "2022-01-05"),
        dated("\"Posted on January 5, 2022\"", "", "2022-01-05"),
        dated("\"Zuletzt ge\u00E4ndert: 05.01.2022, 10:00 Uhr\"", "", "2022-01-05"),
        dated("\"5 January 2022 | Updated: 6 January 2022\"", "", "2022-01-05"),
        dated("\"<time datetime='2022-01-05T10:00Z'>5 Jan</time>\"", "", "2022-01-05"),
        dated("\"Wed, 5 Jan 22 23:30:00 -0500\"", "", "2022-01-06"),
        dated("\" 7:51  PM ET Wed, 5 January 2022\"", "", "2022-01-05"),
        dated("\"23:30 EST, 05.01.2022\"", "", "2022-01-06"),
        dated("\"\u0662\u0660\u0662\u0662/\u0661/\u0665\"", "", "2022-01-05"),
        dated("\"5.1.2022\"", "", "2022-01-05"),
        dated("\"2022/01/05\"", "", "2022-01-05"),
        dated("\"25/01/2022\"", "", "2022-01-25"),
        dated("\"25/01/22\"", "", "2022-01-25"),
        dated("\"1/25/69\"", "", "1969-01-25"),
        dated("\"5.1.22\"", "", "2022-01-05"),
        dated("\"05/05/2022\"", "", "2022-05-05"),
        dated("\"01/25/2022\"", "", "2022-01-25"),
        dated("\"5 \u064A\u0646\u0627\u064A\u0631 2022\"", "", "2022-01-05"),
        dated(
            "\"5 \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062B\u0627\u0646\u064A 2022\"",
            "",
            "2022-01-05"),
        dated("\"5 \u05D1\u05D9\u05E0\u05D5\u05D0\u05E8 2022\"", "", "2022-01-05"),
        dated("\"5 \u091C\u0928\u0935\u0930\u0940 2022\"", "", "2022-01-05"),
        dated("\"5 \u0E21\u0E01\u0E23\u0E32\u0E04\u0E21 2565\"", "", "2022-01-05"),
        dated("\"Th\u1EE9 b\u1EA3y, 25/1/2022, 23:11 (GMT+7)\"", "", "2022-01-25"),
        dated("\"Th\u1EE9 t\u01B0, ng\u00E0y 5 th\u00E1ng 1 n\u0103m 2022\"", "", "2022-01-05"),
        dated("\"2565-01-05T23:30:00\"", "", "2022-01-05"),
        dated("\"25/01/2565\"", "", "2022-01-25"),
        dated("\"29/02/2567\"", "", "2024-02-29"),
        dated("\"\u06F1\u06F4\u06F0\u06F0/\u06F1\u06F0/\u06F1\u06F5\"", "", "2022-01-05"),
        dated("\"1403/12/30\"", "", "2025-03-20"),
        dated("\"1403-01-01\"", "", "2024-03-20"),
        dated("\"\u06F1\u06F5 \u062F\u06CC \u06F1\u06F4\u06F0\u06F0\"", "", "2022-01-05"),
        dated("1641340800", "", "2022-01-05"),
        dated("1641340800000", "", "2022-01-05"),
        dated("1641340800.5", "", "2022-01-05"),
        dated("20220105", "", "2022-01-05"),
        dated("\"05/01/2022\"", "dates=dd/MM/yyyy", "2022-01-05"),
        dated("\"5 janvier 2022\"", "dates=d MMMM yyyy", "2022-01-05"),
        dated("\"1er mars 2023\"", "", "2023-03-01"),
        dated("\"mer. 1 mars 2023 \u00E0 10h15\"", "", "2023-03-01"),
        dated("\"Mittwoch, 1. M\u00E4rz 2023, 10:15 Uhr\"", "", "2023-03-01"),
        dated("\"ter\u00E7a-feira, 7 de mar\u00E7o de 2023 10:15\"", "", "2023-03-07"),
        dated("\"1 marca 2023\"", "", "2023-03-01"),
        dated("\"1 \u043C\u0430\u0440\u0442\u0430 2023 \u0433.\"", "", "2023-03-01"),
        dated("\"2023. m\u00E1rcius 1.\"", "", "2023-03-01"),
        dated("\"2023. 03. 01.\"", "", "2023-03-01"),
        dated("\"2023\u5E743\u67081\u65E5 10:15\"", "", "2023-03-01"),
        dated("\"01 Mar 2023 | 10:15\"", "", "2023-03-01"),
        dated("\"5th of January 2021\"", "", "2021-01-05"),
        dated("\"5/Jan/2021\"", "", "2021-01-05"),
        dated("\"Sept. 5, 2021, 9:40 p.m. ET\"", "", "2021-09-05"),
        dated("\"Published Jan 5, 2021 Updated Jan 7, 2021\"", "", "2021-01-05"),
        dated("\"2021-W01-2\"", "", "2021-01-05"),
        dated("\"2021-005\"", "", "2021-01-05"),
        dated("\"None\"", "", "null"),
        dated("\"-\"", "", "null"),
        dated("\"0000-00-00\"", "", "null"),
        dated("\"9999-12-31T23:59:59\"", "", "null"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"date\":\"2 hours ago\"}",
            "columns=date=-",
            1,
            "{}",
            "title=title, date=-, body=body",
            "T|null|null|B"),
        of(
            "a.csv",
            "title,date,body,link\nT,2 hours ago,B,x\n",
            "columns=date=-,url=-",
            1,
            "{}",
            "title=title, date=-, url=-, body=body",
            "T|null|null|B"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"date\":\"05/01/2022\"}",
            "",
            0,
            "{bad_date=1}",
            "",
            "05/01/2022 may be day and month or month and day; say --date-format dd/MM/yyyy or the"
                + " like"),
        of(
            "a.jsonl",
            "{" + T + "," + B + ",\"date\":\"2022-01\"}",
            "",
            0,
            "{bad_date=1}",
            "",
            "2022-01 is not a date (yyyyMMdd or yyyy-MM-dd)"));
  }

  static Stream<Archive> csvAsItIs() {
    String rows = "title;date;body\nT;05.01.2022;\"B; \"\"b\"\"\nb\"\n";
    return Stream.of(
        of("a.csv", rows, "", 1, "{}", "separated by semicolons", "T|2022-01-05|null|B; \"b\"\nb"),
        of(
            "a.tsv",
            rows.replace(';', '\t'),
            "",
            1,
            "{}",
            "separated by tabs",
            "T|2022-01-05|null|B\t \"b\"\nb"),
        of(
            "a.csv",
            "sep=|\r\n" + rows.replace(';', '|'),
            "",
            1,
            "{}",
            "separated by bars",
            "T|2022-01-05|null|B| \"b\"\nb"),
        in(
            StandardCharsets.UTF_16LE,
            of("a.csv", "\uFEFFtitle,body\nT,Bär\n", "", 1, "{}", "UTF-16LE", "T|null|null|Bär")),
        in(
            StandardCharsets.UTF_16BE,
            of("a.csv", "title,body\nT,Bär\n", "", 1, "{}", "UTF-16BE", "T|null|null|Bär")),
        in(
            Charset.forName("windows-1252"),
            of(
                "a.csv",
                "title,body\nT,Bär €\n",
                "encoding=windows-1252",
                1,
                "{}",
                "windows-1252",
                "T|null|null|Bär €")),
        in(
            Charset.forName("windows-1252"),
            of("a.csv", "title,body\nT,Bär\n", "", 0, "{bad_encoding=1}", "", "not UTF-8")),
        of(
            "a.csv",
            "title,date,body\n"
                + "\"T\",20220105,\"he said \\\"no, never\\\" twice\"\n"
                + "\"U\",20220105,\"B\"\n",
            "",
            2,
            "{}",
            "backslashes before quotes",
            "T|2022-01-05|null|he said \"no, never\" twice"),
        of(
            "a.csv",
            "title,date,body\n\"T, open,20220105,\"B\nU,20220106,\"B\nb\"\nV,20220107,B\n",
            "",
            2,
            "{bad_record=1}",
            "",
            "a quote that is never closed, or stray"),
        of(
            "a.csv",
            "title,date,body\nT,20220105,\"B is \"quoted\" here\"\nU,20220106,B\n",
            "",
            2,
            "{}",
            "",
            "T|2022-01-05|null|B is \"quoted\" here"),
        of(
            "a.tsv",
            "title\tdate\tbody\n"
                + "T\t20220105\t\"B\" said she\n"
                + "U\t20220105\tB\n"
                + "\"V\" it is\t20220105\tB\n",
            "",
            3,
            "{}",
            "separated by tabs, quotes as they are",
            "T|2022-01-05|null|\"B\" said she"),
        of(
            "a.csv",
            "title,body,,\nT,B,,\n,,,\nU,B\ntitle,body,,\nV,B,,x\n",
            "",
            2,
            "{bad_record=2}",
            "",
            "the header again"),
        of(
            "a.csv",
            "3,Rain,https://a.example/1,\"Rain fell on the valley, and more.\"\n"
                + "4,Wind,https://a.example/2,Wind blew.\n",
            "",
            0,
            "{bad_record=2}",
            "no header",
            "the header names no title and body, but looks like data: 1 \"3\", 2 \"Rain\", 3"
                + " \"https://a.example/1\", 4 \"Rain fell on the valley, and more.\". Perhaps"
                + " there is no header: --columns title=2,url=3,body=4"),
        of(
            "a.csv",
            "3,Rain,B\n4,Wind,B\n",
            "columns=title=2,body=3",
            2,
            "{}",
            "no header, title=2, body=3",
            "Rain|null|null|B"));
  }

  static Stream<Archive> exportsOfPrograms() {
    String source = "{\"_index\":\"n\",\"_source\":" + PLAIN + "}";
    String advice =
        "write them as objects with names (pandas: to_json with orient='records', lines=True)";
    return Stream.of(
        of(
            "mongoexport.json",
            "{\"_id\":{\"$oid\":\"5f\"},"
                + T
                + ","
                + B
                + ",\"date\":{\"$date\":{\"$numberLong\":\"1641340800000\"}}}",
            "",
            1,
            "{}",
            "",
            "T|2022-01-05|null|B"),
        of(
            "mongoexport.json",
            "{" + T + "," + B + ",\"publishedAt\":{\"$date\":\"2024-03-01T10:00:00Z\"}}",
            "",
            1,
            "{}",
            "title=title, date=publishedAt, body=body",
            "T|2024-03-01|null|B"),
        of(
            "headlines.csv",
            "Headline,Time,Description\nT,soon,B\n",
            "",
            1,
            "{}",
            "title=Headline, body=Description, no date (perhaps --columns date=Time)",
            "T|null|null|B"),
        of(
            "elasticdump.json",
            source + "\n" + source,
            "",
            2,
            "{}",
            "title=_source.title, body=_source.body",
            "T|null|null|B"),
        of(
            "elastic.json",
            "{\"took\":3,\"hits\":{\"total\":1,\"hits\":[" + source + "]}}",
            "",
            1,
            "{}",
            "the records in hits.hits, title=_source.title, body=_source.body",
            "T|null|null|B"),
        of(
            "elastic.json",
            "{\"took\":3,\"hits\":{\"total\":1,\"hits\":[" + source + "]}}",
            "records=hits.hits;columns=title=_source.title,body=_source.body",
            1,
            "{}",
            "the records in hits.hits, title=_source.title, body=_source.body",
            "T|null|null|B"),
        of(
            "newsapi.json",
            "{\"status\":\"ok\",\"articles\":[{\"source\":{\"id\":null,\"name\":\"S\"},"
                + T
                + ",\"description\":\"D\",\"url\":\"https://a.example/1\",\"publishedAt\":\"2022-01-05T10:00:00Z\",\"content\":\"B\"}]}",
            "",
            1,
            "{}",
            "the records in articles, title=title, date=publishedAt, url=url, body=content",
            "T|2022-01-05|https://a.example/1|B"),
        of(
            "by-address.json",
            "{\"https://a.example/1.html\":"
                + PLAIN
                + ",\"https://a.example/2.html\":"
                + PLAIN
                + "}",
            "",
            2,
            "{}",
            "the records in *",
            "T|null|null|B"),
        of(
            "pandas-columns.json",
            "{\"title\":{\"0\":\"T\",\"1\":\"U\"},\"body\":{\"0\":\"B\",\"1\":\"C\"}}",
            "",
            0,
            "{bad_record=1}",
            "",
            "title is an object of 2 values: "
                + advice
                + "; body is an object of 2 values: "
                + advice),
        of(
            "pandas-split.json",
            "{\"columns\":[\"title\",\"body\"],\"index\":[0],\"data\":[[\"T\",\"B\"]]}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its records are lists; " + advice),
        of(
            "pandas-values.json",
            "[[\"T\",\"B\"],[\"U\",\"C\"]]",
            "",
            0,
            "{bad_record=2}",
            "a JSON array",
            "not a JSON object: its records are lists; " + advice),
        of(
            "pages.json",
            "[[" + PLAIN + "," + PLAIN + "],[" + PLAIN + "]]",
            "",
            3,
            "{}",
            "a JSON array",
            "T|null|null|B"),
        of(
            "rss.csv",
            "title,link,pubDate,description,content:encoded\n"
                + "T,https://a.example/1,\"Wed, 05 Jan 2022 10:00:00 GMT\",D,<p>B</p>\n",
            "",
            1,
            "{}",
            "title=title, date=pubDate, url=link, body=content:encoded",
            "T|2022-01-05|https://a.example/1|B"),
        of(
            "excel.csv",
            "\uFEFFTitel;Datum;Link;Text\r\nT;05.01.22;https://a.example/1;B\r\n",
            "",
            1,
            "{}",
            "separated by semicolons, title=Titel, date=Datum, url=Link, body=Text",
            "T|2022-01-05|https://a.example/1|B"),
        of("index.csv", ",Unnamed: 0,title,body\n0,0,T,B\n", "", 1, "{}", "", "T|null|null|B"),
        of(
            "python.jsonl",
            "{'title':'T','body':'B','url':None}",
            "",
            0,
            "{bad_record=1}",
            "",
            "not a JSON object: Unrecognized token 'None': was expecting (JSON String, Number (or"
                + " 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 'true' or 'false'). It was"
                + " printed by Python: write it with json.dumps"));
  }

  static Stream<Archive> filesOfOtherFormats() {
    return Stream.of(
        of(
            "news.txt",
            "Title\tDate\tText\nT\t2023-03-01\tB\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "not one article but many, by its first lines: say --format csv"),
        of(
            "news.txt",
            PLAIN + "\n" + PLAIN,
            "",
            0,
            "{bad_record=1}",
            "",
            "not one article but many, by its first lines: say --format jsonl"),
        of(
            "chat.txt",
            "12/31/23, 9:15 PM - Ann: The bridge is closed.\n12/31/23, 9:16 PM - Ben: Really?\n"
                + "1/1/24, 12:01 AM - Ann: Yes.\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "not one article but a log of 3 dated entries, such as a chat: write date and text of each"
                + " as CSV, and say --columns title=text,body=text"),
        of(
            "news.jsonl",
            "n".repeat(257) + "ustar\000 and so on",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is an archive of files: unpack it, or make it a .zip"),
        of(
            "news.csv",
            "PK\3\4 and so on",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a zip archive (or an Office document): give it the ending .zip (or save it"
                + " as CSV)"),
        of(
            "news.json",
            "<!DOCTYPE html>\n<title>404</title>",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a page of markup: say --format html"),
        in(
            StandardCharsets.ISO_8859_1,
            of(
                "news.jsonl",
                "\u001F\u008B\b",
                "",
                0,
                "{bad_record=1}",
                "",
                "the file is compressed with gzip: give it the ending .gz")),
        in(
            StandardCharsets.ISO_8859_1,
            of(
                "news.txt",
                "%PDF-1.4\n%\u00E2\u00E3",
                "",
                0,
                "{bad_encoding=1}",
                "",
                "the file is a PDF document: take its text out first")));
  }

  static Stream<Archive> teasersBesideTheText() {
    String text = "The river rose by two metres overnight, and the bridge is closed.";
    return Stream.of(
        of(
            "newsapi.csv",
            "title,description,content,full_content\nT,River,The river rose… [+40 chars],"
                + quoted(text)
                + "\n",
            "",
            1,
            "{}",
            "title=title, body=full_content",
            "T|null|null|" + text),
        of(
            "teaser.csv",
            "headline,text,article\nT,The river rose.," + quoted(text) + "\n",
            "",
            1,
            "{}",
            "title=headline, body=article",
            "T|null|null|" + text),
        of(
            "teaser.jsonl",
            "{\"headline\":\"T\",\"article\":\"" + text + "\",\"text\":\"The river rose.\"}",
            "",
            1,
            "{}",
            "title=headline, body=article",
            "T|null|null|" + text),
        of(
            "equals.jsonl",
            "{\"headline\":\"T\",\"description\":\""
                + text
                + " A bit more.\",\"text\":\""
                + text
                + "\"}",
            "",
            1,
            "{}",
            "title=headline, body=text",
            "T|null|null|" + text));
  }

  private static String quoted(String cell) {
    return '"' + cell + '"';
  }

  static Stream<Archive> metadataBesideTheText() {
    return Stream.of(
        of(
            "a.jsonl",
            "{\"title\":\"T\",\"text\":\"B\",\"metadata\":{\"crawled\":\"2024-06-01\",\"published\":\"2024-03-01\",\"url\":\"https://a.example/1\",\"author\":{\"url\":\"https://a.example/ann\"}}}",
            "",
            1,
            "{}",
            "title=title, date=metadata.published, url=metadata.url, body=text",
            "T|2024-03-01|https://a.example/1|B"),
        of(
            "a.jsonl",
            "{\"text\":\"B\",\"meta\":{\"title\":\"T\",\"date\":\"2024-03-01\"}}",
            "",
            1,
            "{}",
            "title=meta.title, date=meta.date, body=text",
            "T|2024-03-01|null|B"));
  }

  static Stream<Archive> exportsOfContentSystems() {
    String item =
        "{\"id\":7,\"attributes\":{\"title\":\"T\",\"content\":\"B\",\"publishedAt\":\"2024-03-01T10:00:00.000Z\",\"authors\":{\"data\":[{\"name\":\"Ann\"}]}}}";
    String lexical =
        "{\"root\":{\"type\":\"root\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"One"
            + " \"},{\"type\":\"link\",\"url\":\"https://b.example/\",\"children\":[{\"type\":\"text\",\"text\":\"link\"}]},{\"type\":\"text\",\"text\":\".\"}]},{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"Two.\"}]}]}}";
    return Stream.of(
        of(
            "strapi.json",
            "{\"data\":[" + item + "," + item + "],\"meta\":{\"pagination\":{\"page\":1}}}",
            "",
            2,
            "{}",
            "the records in data, title=attributes.title, date=attributes.publishedAt,"
                + " body=attributes.content",
            "T|2024-03-01|null|B"),
        of(
            "sanity.ndjson",
            "{\"title\":\"T\",\"body\":[{\"_type\":\"block\",\"children\":[{\"_type\":\"span\",\"text\":\"One"
                + " \"},{\"_type\":\"span\",\"text\":\"bold\"}]},{\"_type\":\"image\",\"asset\":{\"_ref\":\"x\"}},{\"_type\":\"block\",\"children\":[{\"_type\":\"span\",\"text\":\"Two.\"}]}]}",
            "",
            1,
            "{}",
            "",
            "T|null|null|One bold\n\nTwo."),
        of(
            "lexical.jsonl",
            "{\"title\":\"T\",\"content\":" + lexical + "}",
            "",
            1,
            "{}",
            "title=title, body=content",
            "T|null|null|One link.\n\nTwo."),
        of(
            "editor.jsonl",
            "{\"title\":\"T\",\"body\":{\"time\":1,\"blocks\":[{\"type\":\"header\",\"data\":{\"text\":\"One\"}},{\"type\":\"paragraph\",\"data\":{\"text\":\"Two.\"}}]}}",
            "",
            1,
            "{}",
            "",
            "T|null|null|One\n\nTwo."),
        of(
            "contentful.json",
            "{\"entries\":[{\"sys\":{\"id\":\"1\"},\"fields\":{\"title\":{\"en-US\":\"T\"},\"body\":{\"en-US\":\"B\"}}}]}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are entries. Are its records in entries (sys.id \"1\","
                + " fields.title.en-US \"T\", fields.body.en-US \"B\")? Perhaps: --records entries"
                + " --columns title=fields.title.en-US,body=fields.body.en-US"),
        of(
            "dynamodb.json",
            "{\"Item\":{\"title\":{\"S\":\"T\"},\"body\":{\"S\":\"B\"}}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are Item.title.S \"T\", Item.body.S \"B\". Which is title and"
                + " which is body? Perhaps: --columns title=Item.title.S,body=Item.body.S"),
        of(
            "objects.jsonl",
            "{\"title\":{\"en\":\"T\"},\"body\":{\"en\":\"B\"}}",
            "",
            0,
            "{bad_record=1}",
            "",
            "title is an object; body is an object; say --columns title=title.en,body=body.en"));
  }

  static Stream<Archive> bulkFiles() {
    String index = "{\"index\":{\"_index\":\"news\",\"_id\":\"1\"}}\n";
    String bulk = "between actions of a bulk file";
    return Stream.of(
        of(
            "bulk.ndjson",
            index + PLAIN + "\n{\"index\":{}}\n" + PLAIN + "\n{\"delete\":{\"_id\":\"3\"}}\n",
            "",
            2,
            "{}",
            bulk,
            "T|null|null|B"),
        of(
            "bulk.ndjson",
            index.replace("index\"", "update\"") + "{\"doc\":" + PLAIN + "}\n",
            "",
            1,
            "{}",
            "title=doc.title, body=doc.body, " + bulk,
            "T|null|null|B"),
        of("table.jsonl", "{\"index\":0," + T + "," + B + "}\n", "", 1, "{}", "", "T|null|null|B"),
        of(
            "rest.json",
            "[%s,%s,%s]"
                .formatted(
                    PLAIN.replace("{", "{\"slug\":\"t\",\"status\":\"publish\",\"type\":\"page\","),
                    PLAIN.replace("{", "{\"slug\":\"t\",\"status\":\"private\",\"type\":\"post\","),
                    PLAIN.replace(
                        "{", "{\"slug\":\"t\",\"status\":\"publish\",\"type\":\"post\",")),
            "",
            1,
            "{pages=1, unpublished=1}",
            "a JSON array, what is published of a content system",
            "T|null|null|B"),
        of(
            "wp_posts.csv",
            """
            ID,post_title,post_content,post_date,post_status,post_type
            1,T,B,2024-03-05 10:00:00,publish,post
            2,T,B,2024-03-05 10:00:00,draft,post
            3,photo,,2024-03-05 10:00:00,inherit,attachment
            4,T,Older,2024-03-05 10:00:00,inherit,revision
            """,
            "columns=title=post_title,body=post_content,date=post_date",
            1,
            "{attachments=1, drafts=1, revisions=1}",
            "title=post_title, date=post_date, body=post_content, what is published of WordPress",
            "T|2024-03-05|null|B"),
        of(
            "collection.csv",
            "Name,Slug,Draft,Content\nT,t,false,B\nU,u,true,B\n",
            "",
            1,
            "{drafts=1}",
            "title=Name, body=Content, what is published of a site",
            "T|null|null|B"),
        of(
            "graph.jsonl",
            PLAIN + "\n{\"@type\":\"WebPage\",\"name\":\"N\"}\n",
            "",
            1,
            "{missing_title=1}",
            "",
            "no title, no body: the fields of this record are @type, name"));
  }

  static Stream<Archive> listsInOneText() {
    return Stream.of(
        of(
            "a.csv",
            "title,body\nT,\"['One\\n', \"\"It's two.\"\", 'Caf\\xe9']\"\n",
            "",
            1,
            "{}",
            "",
            "T|null|null|One\n\n\nIt's two.\n\nCaf\u00E9"),
        of(
            "a.csv",
            "title,body\nT,\"['One' and more]\"\n",
            "",
            1,
            "{}",
            "",
            "T|null|null|['One' and more]"));
  }

  static Stream<Archive> textsWithoutATitle() {
    String text =
        "The river rose by two metres overnight and flooded the old town, and the bridge is"
            + " closed.";
    return Stream.of(
        of(
            "2024-03-05_river-floods-the-old-town.txt",
            text,
            "",
            1,
            "{}",
            "title in the file's name",
            "river floods the old town|null|null|" + text),
        of("article-7.txt", text, "", 0, "{missing_body=1}", "", "no body"),
        of(
            "inbox.txt",
            "From ann@a.example Fri Mar  1 10:00:00 2024\n"
                + "Subject: T\n"
                + "Date: Fri, 1 Mar 2024 10:00:00 +0000\n\n"
                + "B\n",
            "",
            1,
            "{}",
            "a labelled head, title=Subject, date=Date",
            "T|2024-03-01|null|B"),
        of(
            "inbox.txt",
            "From ann@a.example Fri Mar  1 10:00:00 2024\nSubject: T\nX: y\n\nB\n\n".repeat(2),
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a mailbox of many messages: give it the ending .mbox (or, if all files are mail, say --format mail)"),
        of(
            "letter.txt",
            "From: a@b.example\nSubject: T\nMIME-Version: 1.0\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nK=C3=B6ln\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a message whose text is encoded: give it the ending .eml (or, if all files are mail, say --format mail)"),
        of(
            "letter.eml",
            "From: a@b.example\nSubject: =?utf-8?Q?T=C3=A4?=\nDate: Fri, 1 Mar 2024 10:00:00 +0000"
                + " (UTC)\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: quoted-printable\n\nK=C3=B6ln\n\n-- \nAnn\n",
            "",
            1,
            "{}",
            "mail, title=Subject, date=Date",
            "T\u00E4|2024-03-01|null|K\u00F6ln"),
        of(
            "inbox.mbox",
            "From ann@a.example Fri Mar  1 10:00:00 2024\nSubject: T\nFrom: a@b\n\nB\n\n".repeat(2),
            "",
            2,
            "{}",
            "mail, title=Subject, date=Date",
            "T|2024-03-01|null|B"),
        of(
            "channel.eml",
            "From a@b Fri Mar  1 10:00:00 2024\nSubject: T\nX-RSS-URL: https://a.example/1\n\n",
            "",
            0,
            "{missing_body=1}",
            "mail, title=Subject, date=Date",
            "no body"));
  }

  static Stream<Archive> newcomersArchives() {
    String long1 = "The river rose by two metres overnight. ".repeat(8).strip();
    String ja =
        "\u5E02\u8B70\u4F1A\u306F\u706B\u66DC\u65E5\u3001\u9577\u3044\u8B70\u8AD6\u306E\u672B\u306B\u65B0\u3057\u3044\u6A4B\u3092\u53EF\u6C7A\u3057\u305F\u3002";
    return Stream.of(
        of(
            "text-only.csv",
            "id,text\n1,\"" + long1 + "\"\n",
            "columns=title=text,body=text",
            1,
            "{}",
            "title=text, body=text",
            "The river rose by two metres overnight.|null|null|" + long1),
        of(
            "text-only.jsonl",
            "{\"text\":\"Flood\\n" + long1 + "\"}",
            "columns=title=text,body=text",
            1,
            "{}",
            "title=text, body=text",
            "Flood|null|null|Flood\n" + long1),
        of(
            "ja.csv",
            "\u30BF\u30A4\u30C8\u30EB,\u65E5\u4ED8,\u672C\u6587\n\u65B0\u3057\u3044\u6A4B,2024/3/5,"
                + ja
                + "\n",
            "",
            1,
            "{}",
            "title=\u30BF\u30A4\u30C8\u30EB, date=\u65E5\u4ED8, body=\u672C\u6587",
            "\u65B0\u3057\u3044\u6A4B|2024-03-05|null|" + ja),
        of(
            "ja.csv",
            "\u4E00,\u4E8C\n\u65B0\u3057\u3044\u6A4B," + ja + ja + "\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "the header names no title and body; its fields are \u4E00"
                + " \"\u65B0\u3057\u3044\u6A4B\", \u4E8C \""
                + (ja + ja).substring(0, 39)
                + "\u2026\". Which is title and which is body? Perhaps: --columns"
                + " title=\u4E00,body=\u4E8C"),
        of(
            "de.csv",
            "Nr.;Artikel\u00FCberschrift;Artikeltext\n1;T;B\n",
            "",
            0,
            "{bad_record=1}",
            "separated by semicolons, body=Artikeltext",
            "the header names no title and body; its fields are Nr. \"1\", Artikel\u00FCberschrift"
                + " \"T\", Artikeltext \"B\". Which is title and which is body? Perhaps: --columns"
                + " title=Artikel\u00FCberschrift,body=Artikeltext"),
        of(
            "feedparser.jsonl",
            "{" + T + ",\"summary\":\"S\",\"content\":[{\"type\":\"text/html\",\"value\":\"B\"}]}",
            "",
            0,
            "{missing_body=1}",
            "",
            "no body: its fields are title \"T\", summary \"S\", content.type \"text/html\","
                + " content.value \"B\". Which is title and which is body? Perhaps: --columns"
                + " title=title,body=content.value"),
        of(
            "copy.tsv",
            "1\tFlood\t%1$s\t\\N\t2024-03-05\n2\tRain\t%1$s\thttps://a.example/2\t2024-03-05\n"
                    .formatted(long1)
                + "3\tWind\t%1$s\t\\N\t2024-03-05\n4\tSnow\t%1$s\t\\N\t2024-03-05\n"
                    .formatted(long1),
            "",
            0,
            "{bad_record=4}",
            "separated by tabs, no header",
            "the header names no title and body, but looks like data: 1 \"1\", 2 \"Flood\", 3 \"The"
                + " river rose by two metres overnight.\u2026\", 4 \"\\N\", 5 \"2024-03-05\"."
                + " Perhaps there is no header: --columns title=2,date=5,url=4,body=3"),
        of(
            "labels.csv",
            "Sport;"
                + long1
                + "\nWeb;"
                + long1.repeat(2)
                + "\nSport;"
                + long1
                + "\nWeb;"
                + long1
                + "\n",
            "",
            0,
            "{bad_record=4}",
            "separated by semicolons, no header",
            "the header names no title and body, but looks like data: 1 \"Sport\", 2 \"The river"
                + " rose by two metres overnight.\u2026\". Perhaps there is no header: --columns"
                + " title=2,body=2"),
        of(
            "scraper.csv",
            "start-url,article-link,article-link-href,title,content\n"
                + "https://a.example/news/,T,https://a.example/1,T,B\n",
            "",
            1,
            "{}",
            "title=title, url=article-link-href, body=content",
            "T|null|https://a.example/1|B"),
        of(
            "columns.json",
            "{\"title\":["
                + "\"T\",".repeat(20)
                + "\"T\"],\"body\":["
                + "\"B\",".repeat(20)
                + "\"B\"]}",
            "",
            0,
            "{bad_record=1}",
            "",
            "title and body are lists of 21 values: write them as objects with names (pandas:"
                + " to_json with orient='records', lines=True)"),
        of(
            "firebase.json",
            "{\"articles\":{\"-N1\":"
                + PLAIN
                + ",\"-N2\":"
                + PLAIN
                + "},\"users\":{\"u\":{\"name\":\"Ann\"}}}",
            "",
            2,
            "{}",
            "the records in articles.*",
            "T|null|null|B"),
        of(
            "ghost.json",
            "{\"db\":[{\"data\":{\"posts\":[{\"title\":\"T\",\"plaintext\":\"B\"}],\"tags\":[{\"name\":\"N\",\"description\":\"D\"}]}}]}",
            "",
            1,
            "{}",
            "the records in db.data.posts, title=title, body=plaintext",
            "T|null|null|B"),
        of(
            "forum.json",
            "{\"users\":[{\"name\":\"Ann\"}],\"list\":{\"topics\":[{\"title\":\"T\",\"created_at\":\"2024-03-05\",\"excerpt\":\"B\"}]}}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are users, list. Are its records in list.topics (title \"T\","
                + " created_at \"2024-03-05\", excerpt \"B\")? Perhaps: --records list.topics"
                + " --columns title=title,date=created_at,body=excerpt"),
        of(
            "hugo.txt",
            "+++\ntitle = 'T'\ndate = 2024-03-05T10:00:00Z\ntags = ['a']\n+++\n\nB",
            "",
            1,
            "{}",
            "a labelled head, title=title, date=date",
            "T|2024-03-05|null|B"),
        of(
            "nexis.txt",
            "1 of 2 DOCUMENTS\n\n"
                + "The Ledger\n\n"
                + "T\n\n"
                + "B\n\n"
                + "2 of 2 DOCUMENTS\n\n"
                + "The Ledger\n\n"
                + "U\n\n"
                + "C\n",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is an export of a press database with many articles: export each into a file"
                + " of its own, or all as a table (CSV)"),
        of(
            "livedoor.txt",
            "http://a.example/1/\n2024-03-05T22:30:00+0900\nT\nB\nhttp://a.example/2\n",
            "",
            1,
            "{}",
            "",
            "T|2024-03-05|http://a.example/1/|B\nhttp://a.example/2"),
        of(
            "ghost.json",
            "{\"db\":[{\"data\":{\"posts\":[%s,%s,%s]}}]}"
                .formatted(
                    PLAIN.replace("{", "{\"slug\":\"t\",\"status\":\"draft\","),
                    PLAIN.replace("{", "{\"slug\":\"t\",\"status\":\"scheduled\","),
                    PLAIN.replace("{", "{\"slug\":\"t\",\"status\":\"published\",")),
            "",
            1,
            "{drafts=1, scheduled=1}",
            "the records in db.data.posts, what is published of a content system",
            "T|null|null|B"),
        of(
            "graph.jsonl",
            "{\"@graph\":[{\"@type\":\"WebSite\",\"@id\":\"#s\",\"url\":\"https://a.example/\"},{\"@type\":[\"NewsArticle\"],\"@id\":\"#a\",\"mainEntityOfPage\":{\"@id\":\"https://a.example/1\"},\"headline\":\"T\",\"articleBody\":\"B\"},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"N\",\"description\":\"D\"}]}\n"
                .repeat(2),
            "",
            2,
            "{people=2, sites=2}",
            "the records in @graph, title=headline, url=url, body=articleBody, what is an article of"
                + " schema.org",
            "T|null|https://a.example/1|B"),
        of(
            "newsapi.jsonl",
            "{" + T + ",\"content\":\"One tw\u2026 [+1234 chars]\"}",
            "",
            1,
            "{}",
            "title=title, body=content",
            "T|null|null|One tw\u2026"),
        rejected(
            "library.txt",
            "TY  - NEWS\nTI  - T\nAB  - B\nER  - \n",
            "the file is a bibliography (RIS): export titles, dates, addresses and texts as CSV"),
        of(
            "nitf.xml",
            "<nitf><head><title>T</title><pubdata"
                + " date.publication='20240305T000000'/></head><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>",
            "records=nitf;columns=title=head.title,date=head.pubdata.@date.publication,body=body.body.content",
            1,
            "{}",
            "title=head.title, date=head.pubdata.@date.publication," + " body=body.body.content",
            "T|2024-03-05|null|One.\n\nTwo."),
        of(
            "newsml.xml",
            "<newsItem><itemMeta><title>S</title></itemMeta><contentMeta><contentCreated>2024-03-05T10:00:00Z</contentCreated><subject><name>N</name></subject><headline>T</headline></contentMeta><contentSet><inlineXML><html><body><p>B</p></body></html></inlineXML></contentSet></newsItem>",
            "records=newsItem",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are itemMeta.title \"S\", contentMeta.contentCreated"
                + " \"2024-03-05T10:00:00Z\", contentMeta.subject.name \"N\", contentMeta.headline \"T\","
                + " contentSet.inlineXML.html.body \"<p>B</p>\". Which is title and which is body?"
                + " Perhaps: --columns title=contentMeta.headline,date=contentMeta.contentCreated,body=contentSet.inlineXML.html.body"),
        of(
            "extracted.xml",
            "<doc title='T' date='2024-03-05' source='https://a.example/1' excerpt='E'><main><p>B</p></main></doc>",
            "records=doc",
            0,
            "{missing_body=1}",
            "",
            "no body: its fields are @title \"T\", @date \"2024-03-05\", @source"
                + " \"https://a.example/1\", @excerpt \"E\", main \"<p>B</p>\". Which is title and which is"
                + " body? Perhaps: --columns title=@title,date=@date,url=@source,body=main"),
        of(
            "forum.ndjson",
            "{%1$s,\"selftext\":\"[deleted]\"}\n{%1$s,\"selftext\":\"\"}\n{%1$s,\"selftext\":\"B\"}"
                .formatted(T),
            "columns=body=title+selftext",
            3,
            "{}",
            "title=title, body=title+selftext",
            "T|null|null|T"),
        of(
            "forum.ndjson",
            "{%1$s,\"selftext\":\"[deleted]\"}\n{%1$s,\"selftext\":\"B\"}".formatted(T),
            "",
            1,
            "{missing_body=1}",
            "title=title, body=selftext",
            "no body"),
        of(
            "bills.jsonl",
            PLAIN.replace("{", "{\"status\":\"draft\","),
            "",
            1,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "gallery.txt",
            "T\n20240305\n\n1 of 2\nB\n2 of 2\nC",
            "",
            1,
            "{}",
            "",
            "T|2024-03-05|null|1 of 2\nB\n2 of 2\nC"),
        in(
            Charset.forName("windows-1254"),
            of(
                "tr.csv",
                "Ba\u015Fl\u0131k;Metin\n"
                    + "Irmak ta\u015Ft\u0131;\u015Eiddetli ya\u011Fmur nedeniyle \u0131rmak"
                    + " ta\u015Ft\u0131 ve eski \u015Fehirdeki d\u00FCkk\u00E2nlar su alt\u0131nda"
                    + " kald\u0131, \u00F6\u011Frenciler \u00FCniversite har\u00E7lar\u0131n\u0131n"
                    + " art\u0131r\u0131lmas\u0131n\u0131 protesto etti.\n",
                "",
                0,
                "{bad_record=1}",
                "separated by semicolons, body=Metin",
                "the header is not UTF-8; perhaps --encoding windows-1254")),
        in(
            Charset.forName("Shift_JIS"),
            of(
                "ja.csv",
                "\u30BF\u30A4\u30C8\u30EB,\u672C\u6587\n\u65B0\u3057\u3044\u6A4B," + ja + "\n",
                "",
                0,
                "{bad_record=1}",
                "",
                "the header is not UTF-8; perhaps --encoding Shift_JIS")));
  }

  static Stream<Archive> textsOfPressDatabases() {
    String readAs = "a press database's text";
    String uni =
        """
        %s
        The Ledger (London)
        March 5, 2024 Tuesday
        Copyright 2024 The Ledger Ltd. All Rights Reserved

        Section: NEWS; Pg. 12
        Length: 512 words
        Byline: Ann Reed
        Body

        One.

        Two.

        Classification

        Language: ENGLISH

        Load-Date: March 6, 2024

        End of Document

        """;
    String factiva =
        """
        HD T
        WC 512 words
        PD 5 March 2024
        LP
        One.
        TD Two.
        NS gcat : News
        AN Document LED000020240305ek0001

        """;
    String proQuest =
        """
        ____________________________________________________________

        T

        ProQuest document link

        Abstract: A teaser.

        Full text: One.

        Two.

        Publication title: The Ledger; London

        Publication date: Mar 5, 2024

        ProQuest document ID: 281

        Document URL: https://www.proquest.com/docview/281

        Copyright: Copyright The Ledger Ltd. Mar 5, 2024
        """;
    return Stream.of(
        of(
            "nexis.txt",
            """


                                 Copyright 2024 The Ledger Ltd.
                                      All Rights Reserved
                                     The Ledger (London)

                                    March 5, 2024 Tuesday

            SECTION: NEWS; Pg. 12

            LENGTH: 512 words

            HEADLINE: T
              and more

            BYLINE: Ann Reed

            BODY:

            One.

            LOAD-DATE: March 6, 2024

            LANGUAGE: ENGLISH
            """,
            "",
            1,
            "{}",
            readAs,
            "T and more|2024-03-05|null|One."),
        of("uni.txt", uni.formatted("T"), "", 1, "{}", readAs, "T|2024-03-05|null|One.\n\nTwo."),
        of(
            "uni.txt",
            uni.formatted("T") + uni.formatted("U") + "A list of all that was found",
            "",
            2,
            "{bad_record=1}",
            readAs,
            "between the articles of a press database, and none: no headline or no text is marked"),
        of("factiva.txt", factiva, "", 1, "{}", readAs, "T|2024-03-05|null|One.\n\nTwo."),
        of(
            "factiva.txt",
            factiva + factiva.replace("HD T", "HD U"),
            "",
            2,
            "{}",
            readAs,
            "T|2024-03-05|null|One.\n\nTwo."),
        of(
            "display.txt",
            """
            News
            The river rises
            Ann Reed
            512 Wörter
            5. März 2024
            The Ledger
            LEDG
            Englisch
            Copyright 2024 The Ledger Ltd.

            One.

            Document LEDG000020240305ek3500012
            """,
            "",
            1,
            "{}",
            readAs,
            "The river rises|2024-03-05|null|One."),
        of(
            "proquest.txt",
            proQuest,
            "",
            1,
            "{}",
            readAs,
            "T|2024-03-05|https://www.proquest.com/docview/281|One.\n\nTwo."),
        of(
            "essay.txt",
            "Essays\n20240305\n\n500 words\n\nWrite to us.\n\nFull text: here.\nCopyright 2024 A.",
            "",
            1,
            "{}",
            "",
            "Essays|2024-03-05|null|500 words\n\nWrite to us.\n\nFull text: here.\nCopyright 2024"
                + " A."));
  }

  static Stream<Archive> whatNobodyMeansAsSuchAFile() {
    String page =
        "<page><title>%s</title><revision><timestamp>2024-03-05T10:00:00Z</timestamp><text>B</text></revision></page>";
    String row =
        "1149000000\t20240305\tGOV\tBerlin, Berlin, Germany\t52.5\thttps://a.example/n/%d\n";
    return Stream.of(
        rejected(
            "a.txt",
            "<!DOCTYPE html><html><title>T</title>\n<p>B</p></html>",
            "the file is a page of markup: say --format html"),
        rejected(
            "a.txt",
            "WARC/1.0\r\nWARC-Type: conversion\r\n\r\nT\nB",
            "the file is an archive of web pages: take title, date, URL and text out of it first"),
        rejected(
            "a.txt", "{\\rtf1\\ansi T\\par\nB}", "the file is an Office document: save it as CSV"),
        rejected(
            "dump.txt",
            "-- MySQL dump 10.13\nINSERT INTO `posts` VALUES (1,'T','B');",
            "the file is a database or a dump of one: export the table of articles as CSV"),
        rejected(
            "a.json",
            "Obj\u0001\u0004\u0016avro.schema{}",
            "the file is of another columnar format: write it as Parquet"),
        rejected(
            "a.json",
            "window.YTD.tweets.part0 = [ {\"tweet\": {\"full_text\": \"B\"}} ]",
            "the file is a script: where it is JSON behind a name, as in a Twitter archive, cut all"
                + " before the first bracket and give it the ending .json"),
        rejected(
            "wiki.xml",
            "<mediawiki><siteinfo><sitename>W</sitename></siteinfo>%s%s</mediawiki>"
                .formatted(page.formatted("T"), page.formatted("U")),
            "no items or entries; its elements are mediawiki, siteinfo, sitename, page, title,"
                + " revision, timestamp, text. Which is an article? Perhaps: --records page"),
        of(
            "wiki.xml",
            """
            <mediawiki><page><title>Template:T</title><ns>10</ns><revision><text>B</text></revision></page>
            <page><title>U</title><ns>0</ns><redirect title="T"/><revision><text>#REDIRECT [[T]]</text></revision></page>
            <page><title>T</title><ns>0</ns><revision><timestamp>2024-03-05T10:00:00Z</timestamp><text>{{date|{{now}}}}
            [[File:a.jpg|thumb|A [[river]].]]
            The '''[[Ouse (river)|Ouse]]''' rose&lt;ref&gt;R&lt;/ref&gt;.

            ==Later==
            * [https://a.example More] in [[York]].
            {|
            | x
            |}
            [[Category:C]]
            [[de:T]]</text></revision></page></mediawiki>
            """,
            "records=page;columns=title=title,date=revision.timestamp,body=revision.text",
            1,
            "{pages about others=1, redirects=1}",
            "title=title, date=revision.timestamp, body=revision.text, pages of a"
                + " wiki with a text of their own",
            "T|2024-03-05|null|The Ouse rose.\n\nLater\nMore in York."),
        of(
            "wiki.jsonl",
            "{" + T + ",\"body\":\"'''One''' [[two|three]] {{four\"}",
            "",
            1,
            "{}",
            "",
            "T|null|null|One three {{four"),
        rejected(
            "nitf.xml",
            "<nitf><head><title>T</title></head><body><p>B</p></body></nitf>",
            "no items or entries; its elements are nitf, head, title, body, p. Which is an article?"
                + " Perhaps: --records nitf"),
        of(
            "entities.xml",
            "<!DOCTYPE rss [<!ENTITY b \"Brackwater&#8217;s\"><!ENTITY c"
                + " '\"&b;\"'>]><rss><channel><item><title>&b; T</title><description>&c;"
                + " &eacute;</description></item></channel></rss>",
            "",
            1,
            "{}",
            "title=title, body=description",
            "Brackwater’s T|null|null|&c; é"),
        of(
            "export.csv",
            row.formatted(1) + row.formatted(2) + row.formatted(3),
            "",
            0,
            "{bad_record=3}",
            "separated by tabs, no header",
            "the header names no title and body, but looks like data: 1 \"1149000000\", 2"
                + " \"20240305\", 3 \"GOV\", 4 \"Berlin, Berlin, Germany\", 5 \"52.5\", 6"
                + " \"https://a.example/n/1\". No column has a text of several words: a table of"
                + " addresses and codes, as GDELT's are, has no articles; fetch the texts first"),
        of(
            "articles.csv",
            "Web;'One; ''two''; three.'\nWeb;'Four; five.'\nEtat;Six.\n",
            "columns=title=1,body=2",
            3,
            "{}",
            "separated by semicolons, single quotes, no header, title=1, body=2",
            "Web|null|null|One; 'two'; three."),
        of(
            "outer.json",
            "{\"articles\":[{%1$s,%2$s},{%1$s,%2$s}],\"title\":\"U\",\"body\":\"C\"}"
                .formatted(T, B),
            "",
            2,
            "{}",
            "the records in articles",
            "T|null|null|B"),
        of(
            "outer.json",
            "{\"articles\":[{%1$s,%2$s},{%1$s,%2$s}],\"title\":\"U\",\"body\":\"C and D\"}"
                .formatted(T, B),
            "",
            1,
            "{}",
            "one article and not those in articles, which --records articles reads",
            "U|null|null|C and D"),
        of(
            "outer.json",
            "{\"related\":[{%1$s,%2$s},{%1$s,%2$s}],\"title\":\"U\",\"body\":\"C\"}"
                .formatted(T, B),
            "",
            1,
            "{}",
            "one article and not those in related, which --records related reads",
            "U|null|null|C"),
        of(
            "one.json",
            "{\"title\":\"U\",\"date\":\"2024-03-05\",\"body\":\"C\",\"articles\":[{%1$s,%2$s},{%1$s,%2$s}]}"
                .formatted(T, B),
            "",
            1,
            "{}",
            "one article and not those in articles, which --records articles reads",
            "U|2024-03-05|null|C"),
        of(
            "one.json",
            "{\"title\":\"U\",\"url\":\"https://a.example/1\",\"body\":\"C\",\"news\":[{%1$s,%2$s},{%1$s,%2$s}]}"
                .formatted(T, B),
            "",
            1,
            "{}",
            "one article and not those in news, which --records news reads",
            "U|null|https://a.example/1|C"),
        of(
            "one.json",
            "{\"title\":\"U\",\"body\":\"C\",\"latest\":[{%1$s,%2$s},{%1$s,%2$s}]}".formatted(T, B),
            "",
            1,
            "{}",
            "one article and not those in latest, which --records latest reads",
            "U|null|null|C"),
        of(
            "byaddress.json",
            "{\"https://a.example/1.html\":{"
                + T
                + ","
                + B
                + "},\"https://a.example/2.html\":{"
                + T
                + ","
                + B
                + "}}",
            "",
            2,
            "{}",
            "the records in *",
            "T|null|null|B"));
  }

  private static Archive rejected(String file, String text, String detail) {
    return of(file, text, "", 0, "{bad_record=1}", "", detail);
  }

  static Stream<Archive> feedsAndOtherXml() {
    String rss =
        "<?xml version='1.0'?><rss version='2.0'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
            + "<title>F</title><link>https://a.example/</link><description>D</description>%s</channel></rss>";
    String item =
        "<item><title>T &amp; U</title><link>https://a.example/1</link><guid"
            + " isPermaLink='false'>1</guid><pubDate>Tue, 05 Mar 2024 10:00:00"
            + " GMT</pubDate><category>C</category><description>Teaser</description><content:encoded><![CDATA[<p>One"
            + " &amp; two.</p><script>x()</script>]]></content:encoded></item>";
    String fields = "title=title, date=pubDate, url=link, body=content:encoded";
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title"
            + " type='html'>T</title><link rel='self' href='https://a.example/feed/1'/><link"
            + " href='https://a.example/1'/><link rel='edit' href='https://a.example/e'/>"
            + "<author><name>Ann</name></author><published>2024-03-05T10:00:00Z</published><updated>2024-06-01T10:00:00Z</updated><content"
            + " type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>One &lt;"
            + " <b>two</b>.<p>Three.</p></div></content></entry></feed>";
    String post =
        "<item><title>%s</title><link>https://a.example/%s</link><pubDate>Tue, 05 Mar 2024 10:00:00"
            + " +0000</pubDate>"
            + "<content:encoded><![CDATA[%s]]></content:encoded><wp:status>%s</wp:status><wp:post_type>%s</wp:post_type></item>";
    String wordPress =
        rss.replace("<rss ", "<rss xmlns:wp='http://wordpress.org/export/1.2/' ")
            .formatted(
                post.formatted("T", "1", "B", "publish", "post")
                    + post.formatted("photo", "2", "", "inherit", "attachment")
                    + post.formatted("Draft", "3", "B", "draft", "post")
                    + post.formatted("Menu", "4", "B", "publish", "nav_menu_item"));
    String laughs =
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM"
            + " 'file:///etc/hostname'>]>"
            + "<rss><channel><item><title>T</title><description>B&nbsp;&b;&f;</description></item></channel></rss>";
    return Stream.of(
        of(
            "feed.xml",
            rss.formatted(item + item),
            "",
            2,
            "{}",
            fields,
            "T & U|2024-03-05|https://a.example/1|One & two."),
        of(
            "feed.atom",
            atom,
            "",
            1,
            "{}",
            "title=title, date=published, url=link, body=content",
            "T|2024-03-05|https://a.example/1|One < two.\nThree."),
        of(
            "wordpress.xml",
            wordPress,
            "",
            1,
            "{attachments=1, drafts=1, menu items=1}",
            fields + ", what is published of WordPress",
            "T|2024-03-05|https://a.example/1|B"),
        of(
            "feed.rss",
            rss.formatted(item + item + "<item><title>T</titel>"),
            "",
            2,
            "{bad_record=1}",
            fields,
            "not XML, from line 1 on: The element type \"title\" must be terminated by the matching"
                + " end-tag \"</title>\"."),
        of(
            "laughs.xml",
            laughs,
            "",
            1,
            "{}",
            "title=title, body=description",
            "T|null|null|B\u00A0&b;&f;"),
        of(
            "reuters.xml",
            "<newsitem id='1' date='2024-03-05'><title>T</title><text><p>B</p></text></newsitem>",
            "",
            0,
            "{bad_record=1}",
            "",
            "no items or entries; its elements are newsitem, title, text, p. Which is an article?"
                + " Perhaps: --records newsitem"),
        of(
            "empty.xml",
            "",
            "",
            0,
            "{bad_record=1}",
            "",
            "not XML, from line 1 on: Premature end of file."),
        of(
            "table.xml",
            "<table><rows><news><headline>T</headline><text><p>One.</p><p>Two.</p></text></news></rows></table>",
            "",
            0,
            "{bad_record=1}",
            "",
            "no items or entries; its elements are table, rows, news, headline, text, p. Which is"
                + " an article? Perhaps: --records news"),
        of(
            "table.xml",
            "<table><rows><news><headline>T</headline><text><p>One.</p><p>Two.</p></text></news></rows></table>",
            "records=news",
            1,
            "{}",
            "title=headline, body=text",
            "T|null|null|One.\n\nTwo."),
        in(
            StandardCharsets.ISO_8859_1,
            of(
                "articles.xml",
                "<?xml version='1.0' encoding='ISO-8859-1'?><articles><article"
                    + " id='1'><title>Caf\u00E9</title><body>B</body></article></articles>",
                "",
                1,
                "{}",
                "",
                "Caf\u00E9|null|null|B")),
        in(
            StandardCharsets.UTF_16,
            of(
                "articles.xml",
                "<?xml version='1.0'"
                    + " encoding='UTF-16'?><articles><article><title>Caf\u00E9</title><body>B</body></article></articles>",
                "",
                1,
                "{}",
                "UTF-16BE",
                "Caf\u00E9|null|null|B")),
        of(
            "large.xml",
            rss.formatted(
                item
                    + "<item><title>T</title><description>"
                    + "b ".repeat(900_000)
                    + "</description></item>"
                    + item),
            "max=100000",
            1,
            "{too_large=1}",
            fields,
            "more than 100000 bytes (--max-article-bytes), and what is behind it"));
  }

  static Stream<Archive> xmlOfOtherThings() {
    String kind =
        "<category scheme='http://schemas.google.com/g/2005#kind'"
            + " term='http://schemas.google.com/blogger/2008/kind#%s'/>";
    String entry =
        "<entry><title>T</title><content>B</content><published>2024-03-05T10:00:00Z</published>%s</entry>";
    String atom =
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'"
            + " xmlns:app='http://purl.org/atom/app#'"
            + " xmlns:blogger='http://schemas.google.com/blogger/2018'>%s</feed>";
    String taken = "<blogger:type>%s</blogger:type><blogger:status>%s</blogger:status>";
    String fields = "title=title, date=published, body=content";
    return Stream.of(
        of(
            "blog.xml",
            atom.formatted(
                entry.formatted(kind.formatted("settings"))
                    + entry.formatted(kind.formatted("template"))
                    + entry.formatted(kind.formatted("post") + "<category term='floods'/>")
                    + entry.formatted(
                        kind.formatted("post")
                            + "<app:control><app:draft>yes</app:draft></app:control>")
                    + entry.formatted(kind.formatted("comment"))
                    + entry.formatted("<category term='kind of blogger'/>")),
            "",
            2,
            "{comments=1, drafts=1, settings=2}",
            fields,
            "T|2024-03-05|null|B"),
        of(
            "feed.atom",
            atom.formatted(
                entry.formatted(taken.formatted("POST", "LIVE"))
                    + entry.formatted(taken.formatted("POST", "DRAFT"))
                    + entry.formatted(taken.formatted("POST", "SOFT_TRASHED"))
                    + entry.formatted(taken.formatted("PAGE", "LIVE"))
                    + entry.formatted(taken.formatted("COMMENT", "LIVE"))),
            "",
            1,
            "{comments=1, drafts=1, pages=1, unpublished=1}",
            fields + ", what is published of a blog",
            "T|2024-03-05|null|B"),
        of(
            "catalogue.xml",
            "<collection xmlns='http://www.loc.gov/MARC21/slim'><record><leader>0</leader>"
                + "<datafield tag='245'><subfield code='a'>T</subfield></datafield></record></collection>",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a library's catalogue (MARC, MODS): it has no texts"),
        of(
            "page.xml",
            "<a:alto xmlns:a='urn:x'><a:String CONTENT='T'/></a:alto>",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a scanned page as its letters were recognised (ALTO, PAGE, METS): take its"
                + " text out, and write title, date and text of each article as JSON lines or CSV"),
        of(
            "feeds.xml",
            "<opml><head><title>T</title></head><body><outline text='T'/></body></opml>",
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is a list of feeds (OPML), without what is in them: save the feeds themselves"),
        of(
            "debate.xml",
            "<debate><day><speech><p>A</p><p>B</p></speech><speech><p>C</p></speech></day></debate>",
            "",
            0,
            "{bad_record=1}",
            "",
            "no items or entries; its elements are debate, day, speech, p. Which is an article?"
                + " Perhaps: --records speech"),
        of(
            "one.xml",
            "<thing><name>A</name><value>B</value></thing>",
            "",
            0,
            "{bad_record=1}",
            "",
            "no items or entries; its elements are thing, name, value. None stands several times,"
                + " as an article would: is it news?"),
        of(
            "crawl.xml",
            "<corpus><doc sitename='S' title='T' date='2024-03-05' url='https://a.example/1'>"
                + "<text><p>B</p></text></doc></corpus>",
            "",
            1,
            "{}",
            "title=@title, date=@date, url=@url, body=text",
            "T|2024-03-05|https://a.example/1|B"),
        of(
            "notes.xml",
            "<export><note><title>T</title><created>20240305T101500Z</created><note-attributes>"
                + "<source-url>https://a.example/1</source-url></note-attributes>"
                + "<content>B</content></note></export>",
            "records=note",
            1,
            "{}",
            "title=title, date=created, url=note-attributes.source-url, body=content",
            "T|2024-03-05|https://a.example/1|B"));
  }

  static Stream<Archive> textsInPartsAndTextsOfMany() {
    String entry =
        "AUTHOR: Ann\nTITLE: T\nSTATUS: Publish\nDATE: 03/05/2024 09:40:00 PM\n-----\nBODY:\n"
            + "<p>B</p>\n-----\n--------\n";
    String contentful =
        "{\"entries\":[{\"sys\":{\"id\":\"a\"},\"fields\":{\"name\":{\"en-US\":\"Ann\"}}},"
            + "{\"sys\":{\"id\":\"b\"},\"fields\":{\"title\":{\"en-US\":\"T\"},\"body\":{\"en-US\":"
            + "{\"nodeType\":\"document\",\"content\":[{\"nodeType\":\"paragraph\",\"content\":"
            + "[{\"nodeType\":\"text\",\"value\":\"B\"}]}]}}}}]}";
    String facebook =
        "[{\"timestamp\":1709674800,\"data\":[{\"post\":\"Caf\\u00c3\\u00a9.\"}],\"title\":\"Ann"
            + " wrote.\"},{\"timestamp\":1709674800,\"attachments\":[],\"data\":[{\"update_timestamp\":1}],"
            + "\"title\":\"Ann added a picture.\"}]";
    return Stream.of(
        of(
            "blog.txt",
            entry.repeat(3),
            "",
            0,
            "{bad_record=1}",
            "",
            "not one article but 3, each behind its own 'TITLE:': write title, date and text of each as"
                + " CSV or JSON lines, or each into a file of its own"),
        of(
            "one.txt",
            "Title: T\nDate: 2024-03-05\n\nTitle: the word stands here again.\n",
            "",
            1,
            "{}",
            "a labelled head, title=Title, date=Date",
            "T|2024-03-05|null|Title: the word stands here again."),
        of(
            "content.csv",
            "title,introtext,fulltext,created\nT,<p>B</p>,,2024-03-05 10:00:00\n"
                + "T,<p>B</p>,<p>C</p>,2024-03-05 10:00:00\n",
            "",
            2,
            "{}",
            "title=title, date=created, body=introtext+fulltext",
            "T|2024-03-05|null|B"),
        of(
            "export.json",
            contentful,
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are entries. Are its records in entries (sys.id \"a\","
                + " fields.name.en-US \"Ann\", fields.title.en-US \"T\", fields.body.en-US.nodeType"
                + " \"document\", fields.body.en-US.content.nodeType \"paragraph\")? Perhaps: --records"
                + " entries --columns title=fields.title.en-US,body=fields.body.en-US"),
        of(
            "export.json",
            contentful,
            "records=entries;columns=title=fields.title.en-US,body=fields.body.en-US",
            1,
            "{missing_title=1}",
            "the records in entries, title=fields.title.en-US, body=fields.body.en-US",
            "no title, no body: the fields of this record are sys, fields"),
        of(
            "your_posts_1.json",
            facebook,
            "",
            1,
            "{pictures and files=1}",
            "a JSON array, title=data.post, date=timestamp, body=data.post, posts that have a text",
            "Caf\u00E9.|2024-03-05|null|Caf\u00E9."),
        of(
            "opinions.jsonl",
            "{\"id\":1,\"case_name\":\"River against the town\",\"plain_text\":\""
                + "The river rose by two metres overnight. ".repeat(3)
                + "\"}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are id \"1\", case_name \"River against the town\", plain_text \"The"
                + " river rose by two metres overnight.…\". Which is title and which is body? Perhaps:"
                + " --columns title=case_name,body=plain_text"),
        of(
            "note.json",
            "{\"title\":\"T\",\"textContent\":\"B\",\"userEditedTimestampUsec\":1709674800000000,"
                + "\"createdTimestampUsec\":1709674800000000}",
            "",
            0,
            "{missing_body=1}",
            "",
            "no body: its fields are title \"T\", textContent \"B\", userEditedTimestampUsec"
                + " \"1709674800000000\", createdTimestampUsec \"1709674800000000\". Which is title and"
                + " which is body? Perhaps: --columns"
                + " title=title,date=createdTimestampUsec,body=textContent"));
  }

  static Stream<Archive> postsOfChatsAndNetworks() {
    String time = "2024-03-05T21:40:00";
    String telegram =
        "{\"id\":%d,\"type\":\"%s\",\"date\":\"2024-03-05T21:40:00\",\"date_unixtime\":\"1709674800\",\"title\":\"G\",\"text\":%s,\"text_entities\":[]}";
    String outbox =
        "{\"id\":\"i\",\"type\":\"%s\",\"actor\":\"a\",\"published\":\"%s\",\"object\":%s}";
    return Stream.of(
        of(
            "result.json",
            "{\"name\":\"N\",\"type\":\"public_channel\",\"id\":1,\"messages\":[%s,%s,%s,%s]}"
                .formatted(
                    telegram.formatted(1, "service", "\"\""),
                    telegram.formatted(
                        2,
                        "message",
                        "[{\"type\":\"bold\",\"text\":\"T\"},\"\\n\\nOne \",{\"type\":\"link\",\"text\":\"two\"},\".\"]"),
                    telegram.formatted(3, "message", "\"\""),
                    telegram.formatted(4, "message", "\"B\"")),
            "",
            2,
            "{notices=1, pictures and files=1}",
            "the records in messages, title=text, date=date, body=text, posts that have a text",
            "T|2024-03-05|null|T\n\nOne two."),
        of(
            "outbox.json",
            "{\"type\":\"OrderedCollection\",\"orderedItems\":[%s,%s,%s]}"
                .formatted(
                    outbox.formatted(
                        "Create",
                        time,
                        "{\"type\":\"Note\",\"inReplyTo\":null,\"published\":\"%sZ\",\"url\":\"https://m.example/1\",\"content\":\"<p>One.</p><p>Two.</p>\"}"
                            .formatted(time)),
                    outbox.formatted(
                        "Create",
                        time,
                        "{\"type\":\"Note\",\"inReplyTo\":null,\"published\":\"%sZ\",\"url\":\"https://m.example/2\",\"content\":\"<p>B</p>\"}"
                            .formatted(time)),
                    outbox.formatted("Announce", time, "\"https://o.example/1\"")),
            "",
            2,
            "{shares of others' posts=1}",
            "the records in orderedItems, title=object.content, date=object.published,"
                + " url=object.url, body=object.content, posts that have a text",
            "One.|2024-03-05|https://m.example/1|One.\n\nTwo."),
        of(
            "tweets.json",
            "[{\"tweet\":{\"id\":\"1\",\"full_text\":\"B\",\"created_at\":\"Tue Mar 05 21:40:00 +0000 2024\",\"retweet_count\":\"0\"}}]",
            "",
            1,
            "{}",
            "a JSON array, title=tweet.full_text, date=tweet.created_at, body=tweet.full_text",
            "B|2024-03-05|null|B"),
        of(
            "channel.json",
            "{\"guild\":{\"id\":\"1\",\"name\":\"G\"},\"messages\":[{\"id\":\"1\",\"timestamp\":\"%1$sZ\",\"timestampEdited\":null,\"isPinned\":false,\"content\":\"T\\nB\",\"author\":{\"name\":\"ann\"}},{\"id\":\"2\",\"timestamp\":\"%1$sZ\",\"timestampEdited\":null,\"isPinned\":false,\"content\":\"B\"}]}"
                .formatted(time),
            "",
            2,
            "{}",
            "the records in messages, title=content, date=timestamp, body=content",
            "T|2024-03-05|null|T\nB"),
        of(
            "feed.json",
            "{\"feed\":[{\"post\":{\"uri\":\"at://x/1\",\"record\":{\"$type\":\"app.bsky.feed.post\",\"createdAt\":\"%1$sZ\",\"text\":\"A\"}}},{\"post\":{\"uri\":\"at://x/2\",\"record\":{\"$type\":\"app.bsky.feed.post\",\"createdAt\":\"%1$sZ\",\"text\":\"B\"}}}]}"
                .formatted(time),
            "",
            2,
            "{}",
            "the records in feed, title=post.record.text, date=post.record.createdAt,"
                + " body=post.record.text",
            "A|2024-03-05|null|A"),
        of(
            "sanity.ndjson",
            "{\"_id\":\"a\",\"_type\":\"post\",\"title\":\"T\",\"body\":\"B\"}\n"
                + "{\"_id\":\"drafts.a\",\"_type\":\"post\",\"title\":\"T\",\"body\":\"C\"}\n"
                + "{\"_id\":\"image-1\",\"_type\":\"sanity.imageAsset\",\"url\":\"https://a.example/1.jpg\"}\n",
            "",
            1,
            "{drafts=1, pictures and files=1}",
            "",
            "T|null|null|B"),
        of(
            "fundus.json",
            "[{\"title\":\"T\",\"plaintext\":\"One. Two.\",\"body\":{\"summary\":[],\"sections\":[{\"headline\":[\"H\"],\"paragraphs\":[\"One.\",\"Two.\"]}]},\"publishing_date\":\"2024-03-05 10:00:00+00:00\"}]",
            "",
            1,
            "{}",
            "a JSON array, title=title, date=publishing_date, body=plaintext",
            "T|2024-03-05|null|One. Two."),
        of(
            "tei.xml",
            "<TEI><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body><p>B</p></body></text></TEI>",
            "",
            0,
            "{bad_record=1}",
            "",
            "no items or entries; its elements are TEI, teiHeader, fileDesc, titleStmt, title,"
                + " text, body, p. Which is an article? Perhaps: --records TEI"));
  }

  static Stream<Archive> daysOfSomethingElseThanTheArticle() {
    return Stream.of(
        of(
            "a.jsonl",
            "{%s,%s,\"event_date\":\"2025-06-14\",\"created_at\":\"2025-03-01\"}".formatted(T, B),
            "",
            1,
            "{}",
            "title=title, date=created_at, body=body",
            "T|2025-03-01|null|B"),
        of(
            "a.jsonl",
            "{%s,%s,\"event_date\":\"2025-06-14\"}".formatted(T, B),
            "",
            1,
            "{}",
            "title=title, body=body, no date (perhaps --columns date=event_date)",
            "T|null|null|B"),
        of(
            "a.csv",
            "title,body,upload_date\nT,B,2024-03-05\n",
            "",
            1,
            "{}",
            "title=title, date=upload_date, body=body",
            "T|2024-03-05|null|B"),
        dated("\"5 mar 2024 - \u00daltima actualizaci\u00f3n: 6 mar\"", "", "2024-03-05"));
  }

  static Stream<Archive> valuesInAttributesAndTextsInBlocks() {
    return Stream.of(
        of(
            "fields.xml",
            "<articles><article><field name=\"title\">T</field><date name=\"published\""
                + " value=\"2024-03-05\"/><field name=\"url\" value=\"https://a.example/1\"/><field"
                + " name=\"body\">B</field></article></articles>",
            "",
            1,
            "{}",
            "title=title, date=published, url=url, body=body",
            "T|2024-03-05|https://a.example/1|B"),
        of(
            "dump.xml",
            "<mysqldump xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><table_data"
                + " name=\"articles\"><row><field name=\"title\">T</field><field name=\"published\""
                + " xsi:nil=\"true\"/><field name=\"body\">B</field></row></table_data></mysqldump>",
            "",
            1,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "slate.csv",
            "title,body\nT,\"[{\"\"type\"\":\"\"paragraph\"\",\"\"children\"\":[{\"\"text\"\":\"\"A\"\"}]},{\"\"type\"\":\"\"quote\"\",\"\"text\"\":\"\"B\"\"}]\"\n",
            "",
            1,
            "{}",
            "",
            "T|null|null|A\n\nB"),
        of(
            "slate.jsonl",
            "{\"title\":\"T\",\"body\":[{\"type\":\"paragraph\",\"children\":[{\"text\":\"A\"}]},{\"type\":\"quote\",\"text\":\"B\"}]}",
            "",
            1,
            "{}",
            "",
            "T|null|null|A\n\nB"),
        of(
            "editorjs.csv",
            "title,body\nT,\"[{\"\"type\"\":\"\"paragraph\"\",\"\"data\"\":{\"\"text\"\":\"\"A\"\"}}]\"\n",
            "",
            1,
            "{}",
            "",
            "T|null|null|A"));
  }

  static Stream<Archive> whatOnlySeemsToBeBesideArticles() {
    String list =
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"position\":1,\"item\":{\"headline\":\"%s\"}}]}";
    return Stream.of(
        of(
            "opinion.jsonl",
            "{%s,%s,\"type\":\"comment\",\"parent\":\"opinion\"}".formatted(T, B),
            "",
            1,
            "{}",
            "",
            "T|null|null|B"),
        of(
            "lists.jsonl",
            list.formatted("T") + "\n" + list.formatted("U") + "\n",
            "",
            0,
            "{missing_title=2}",
            "",
            "no title: its fields are @type \"ItemList\", itemListElement.position \"1\","
                + " itemListElement.item.headline \"T\". Which is title and which is body? Perhaps:"
                + " --columns title=itemListElement.item.headline,body=itemListElement.item.headline"));
  }

  static Stream<Archive> listsThatHaveRecordsInSomeOfTheirObjects() {
    return Stream.of(
        of(
            "article.jsonl",
            ("{\"date\":\"2024-03-05\",\"url\":\"https://a.example/%d\",\"article\":[{\"title\":\"Flood\",\"text\":\"p1\"},"
                    + "{\"title\":\"What next\",\"text\":\"p2\"}]}\n")
                .repeat(2)
                .formatted(1, 2),
            "",
            2,
            "{}",
            "title=article.title, date=date, url=url, body=article.text",
            "Flood What next|2024-03-05|https://a.example/1|p1\n\np2"),
        of(
            "answers.json",
            "[{\"status\":\"ok\",\"articles\":[%1$s]},{\"status\":\"error\"},{\"articles\":[%1$s]}]"
                .formatted(PLAIN),
            "records=articles",
            2,
            "{other things=1}",
            "the records in articles",
            "T|null|null|B"),
        of(
            "answers.json",
            "[{\"status\":\"error\"},{\"status\":\"error\"}]",
            "records=articles",
            0,
            "{bad_record=1, other things=2}",
            "the records in articles",
            "there is no articles; its fields are status \"error\""));
  }

  static Stream<Archive> whatExportsSayIsNoArticle() {
    String node =
        "{\"type\":\"node--article\",\"id\":\"1\",\"attributes\":{\"status\":%s,\"title\":\"T\",\"created\":\"2024-03-05T21:40:00+00:00\",\"body\":{\"value\":\"<p>B</p>\",\"format\":\"basic_html\"}}}";
    String strapi =
        "{\"id\":1,\"attributes\":{\"title\":\"T\",\"content\":\"B\",\"updatedAt\":\"2024-06-01T00:00:00.000Z\",\"publishedAt\":%s}}";
    String flat =
        "{\"id\":1,\"documentId\":\"a\",\"title\":\"T\",\"content\":\"B\",\"updatedAt\":\"2024-06-01T00:00:00.000Z\",\"publishedAt\":%s}";
    String day = "\"2024-03-05T21:40:00.000Z\"";
    String row = "<row Id=\"%d\" PostTypeId=\"%d\" CreationDate=\"2024-03-05T21:40:00.123\" %s/>";
    String story =
        "{\"id\":%d,\"type\":\"%s\",\"time\":1709674800,\"title\":%s,\"text\":\"B\",\"parent\":%s}\n";
    return Stream.of(
        of(
            "drupal.json",
            "{\"jsonapi\":{\"version\":\"1.0\"},\"data\":[%s,%s]}"
                .formatted(node.formatted("true"), node.formatted("false")),
            "records=data;columns=title=attributes.title,date=attributes.created,body=attributes.body.value",
            1,
            "{unpublished=1}",
            "the records in data, title=attributes.title, date=attributes.created,"
                + " body=attributes.body.value, what is published of a content system",
            "T|2024-03-05|null|B"),
        of(
            "strapi.json",
            "{\"data\":[%s,%s],\"meta\":{}}"
                .formatted(strapi.formatted(day), strapi.formatted("null")),
            "",
            1,
            "{drafts=1}",
            "the records in data, title=attributes.title, date=attributes.publishedAt,"
                + " body=attributes.content, what is published of a content system",
            "T|2024-03-05|null|B"),
        of(
            "strapi5.json",
            "{\"data\":[%s,%s],\"meta\":{}}".formatted(flat.formatted(day), flat.formatted("null")),
            "",
            1,
            "{drafts=1}",
            "the records in data, title=title, date=publishedAt, body=content, what is published of"
                + " a content system",
            "T|2024-03-05|null|B"),
        of(
            "Posts.xml",
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><posts>%s%s%s</posts>"
                .formatted(
                    row.formatted(1, 1, "Title=\"T\" Body=\"&lt;p&gt;B&lt;/p&gt;\" "),
                    row.formatted(2, 2, "ParentId=\"1\" Body=\"&lt;p&gt;A&lt;/p&gt;\" "),
                    row.formatted(3, 5, "Body=\"About a tag\" ")),
            "",
            1,
            "{answers=1, texts about tags and the like=1}",
            "title=@Title, date=@CreationDate, body=@Body, questions of Stack Exchange",
            "T|2024-03-05|null|B"),
        of(
            "hn.jsonl",
            story.formatted(1, "story", "\"T\"", "null")
                + story.formatted(2, "comment", "null", "1"),
            "",
            1,
            "{comments=1}",
            "title=title, body=text, no date (perhaps --columns date=time)",
            "T|null|null|B"),
        of(
            "newsapi.json",
            "{\"status\":\"ok\",\"articles\":[{\"title\":\"T\",\"content\":\"B\",\"url\":\"https://a.example/1\"},{\"title\":\"[Removed]\",\"content\":\"[Removed]\",\"url\":\"https://removed.com\"}]}",
            "",
            1,
            "{missing_title=1}",
            "the records in articles, title=title, url=url, body=content",
            "no title"));
  }

  static Stream<Archive> textsWithHeadsAsPeopleCopyThem() {
    String body = "\n\nThe river rose by two metres.\n";
    String read = "|2024-03-05|null|The river rose by two metres.";
    return Stream.of(
        of(
            "a.txt",
            "T\n\nBy Ann Reed\nPublished: 05 March 2024" + body,
            "",
            1,
            "{}",
            "",
            "T" + read),
        of("a.txt", "T\nBy Ann Reed\n5 March 2024" + body, "", 1, "{}", "", "T" + read),
        of("a.txt", "T\nUpdated on 5 March 2024\nVon Ann Reed" + body, "", 1, "{}", "", "T" + read),
        of("a.txt", "T\n5 March 2024, 21:40 | Ann Reed" + body, "", 1, "{}", "", "T" + read),
        of(
            "a.txt",
            "T\nVer\u00f6ffentlicht am 5. M\u00e4rz 2024" + body,
            "",
            1,
            "{}",
            "",
            "T" + read),
        one(
            "T\nMeeting will be on 12 June 2025" + body,
            "T|null|null|Meeting will be on 12 June 2025\n\nThe river rose by two metres."),
        one(
            "T\nDer Rat tagt am 12. Juni 2025" + body,
            "T|null|null|Der Rat tagt am 12. Juni 2025\n\nThe river rose by two metres."),
        one("T\n45000" + body, "T|null|null|45000\n\nThe river rose by two metres."),
        of(
            "a.txt",
            "T\nBy Ann Reed" + body,
            "",
            1,
            "{}",
            "",
            "T|null|null|By Ann Reed\n\nThe river rose by two metres."),
        of(
            "0001.story",
            "(CNN) -- The river rose.\n\nIt flooded the town.\n\n@highlight\n\nRiver floods town\n\n@highlight\n\nNobody was hurt\n",
            "",
            1,
            "{}",
            "the first highlight below the text as its title",
            "River floods town|null|null|(CNN) -- The river rose.\n\nIt flooded the town."),
        of(
            "articles.txt",
            "1\tRiver floods town\t2024-03-05 21:40:00\tIt rose.\n".repeat(3),
            "",
            0,
            "{bad_record=1}",
            "",
            "not one article but many, by its first lines: say --format csv"),
        of(
            "ap.txt",
            "<DOC>\n<DOCNO> AP1 </DOCNO>\n<HEAD>T</HEAD>\n<TEXT>\nB\n</TEXT>\n</DOC>\n".repeat(2),
            "",
            0,
            "{bad_record=1}",
            "",
            "the file is markup: write the title, date, URL and body of each article as JSON lines"
                + " or CSV"));
  }

  static Stream<Archive> datesWithWordsBehindThem() {
    return Stream.of(
        dated("\"5 Mart 2024 Sal\u0131, 21:40\"", "", "2024-03-05"),
        dated("\"6 Mart 2024 \u00c7ar\u015famba\"", "", "2024-03-06"),
        dated("\"2024. m\u00e1rcius 5., kedd 21:40\"", "", "2024-03-05"),
        dated("\"5 March 2024, Tuesday\"", "", "2024-03-05"),
        dated(
            "\"\u0665 \u0645\u0627\u0631\u0633 \u0662\u0660\u0662\u0664\u060c \u0660\u0668:\u0661\u0665\"",
            "",
            "2024-03-05"));
  }

  static Stream<Archive> whatIsProposedOfFields() {
    String river = "The river rose by two metres overnight and flooded all of the old town";
    return Stream.of(
        of(
            "fr.csv",
            "Titre;Date de publication;Lien;Texte complet\nT;Publi\u00e9 le 5 mars 2024 \u00e0 08h15;https://a.example/1;"
                + river
                + "\n",
            "",
            0,
            "{bad_record=1}",
            "separated by semicolons, title=Titre, date=Date de publication, url=Lien",
            "the header names no title and body; its fields are Titre \"T\", Date de publication"
                + " \"Publi\u00e9 le 5 mars 2024 \u00e0 08h15\", Lien \"https://a.example/1\", Texte complet"
                + " \"The river rose by two metres overnight \u2026\". Which is title and which is body?"
                + " Perhaps: --columns title=Titre,date=Date de publication,url=Lien,body=Texte complet"),
        of(
            "cms.csv",
            "article_id,headline,publish_ts,full_text_html,permalink\n0,T,1709674800,<p>"
                + river
                + "</p>,https://a.example/1\n",
            "",
            0,
            "{bad_record=1}",
            "title=headline, url=permalink, no date (perhaps --columns date=publish_ts)",
            "the header names no title and body; its fields are article_id \"0\", headline \"T\","
                + " publish_ts \"1709674800\", full_text_html \"<p>The river rose by two metres"
                + " overnig\u2026\", permalink \"https://a.example/1\". Which is title and which is body?"
                + " Perhaps: --columns title=headline,date=publish_ts,url=permalink,body=full_text_html"),
        of(
            "posts.csv",
            "post_id,post_date,is_published,type,title,subtitle,podcast_url\n1.flood,2024-03-05T21:40:00.000Z,true,newsletter,T,S,\n",
            "",
            0,
            "{bad_record=1}",
            "title=title, date=post_date",
            "Substack's list of posts, whose texts are the pages posts/ID.html beside it: put each"
                + " into a column named body, and name this file only"),
        of(
            "wp_posts.csv",
            "ID,post_title,post_date,post_status,post_type,post_content\n1,T,2024-03-05 21:40:00,publish,post,<p>B</p>\n2,U,2024-03-05 21:40:00,draft,post,<p>C</p>\n",
            "",
            1,
            "{drafts=1}",
            "title=post_title, date=post_date, body=post_content, what is published of WordPress",
            "T|2024-03-05|null|B"));
  }

  static Stream<Archive> manyArticlesInOneText() {
    String text = "The river rose by two metres overnight. ".repeat(8).strip() + "\n";
    String head = "River floods town\n2024-03-05\nhttps://a.example/1\n" + text;
    String many =
        "not one article but %d, one below another: write title, date, address and text of each as"
            + " CSV or JSON lines, or each into a file of its own";
    String parted = "River floods town\n\n" + text + "---\n";
    String wrapped =
        "The river rose by two metres overnight and\nflooded the old town of the county.\n"
            .repeat(5);
    String sections = "Ten days on the river\n%s\n" + (wrapped + "\n***\n\n").repeat(3) + wrapped;
    String headings = (wrapped + "\n***\n\nA night of rain\n\n").repeat(3) + wrapped;
    String sources = "Report of the river\n12 March 2024\nhttps://a.example/s\n\n".repeat(3);
    return Stream.of(
        one(sections.formatted(""), "Ten days on the river|null|null|" + body(sections)),
        one(
            sections.formatted("2024-03-05\nhttps://a.example/1\n"),
            "Ten days on the river|2024-03-05|https://a.example/1|" + body(sections)),
        one(
            "T of it\n\nThe river rose by two metres overnight, and it flooded the old town, all of it.\nAnd then it fell.\n\n"
                + headings.substring(wrapped.length()),
            "T of it|null|null|The river rose by two metres overnight, and it flooded the old town, all of it.\nAnd then it fell.\n\n"
                + headings.substring(wrapped.length()).stripTrailing()),
        one("T\n2024-03-05\n\n" + headings, "T|2024-03-05|null|" + headings.strip()),
        one(
            "Ten days on it\nBy Ann\n\n" + headings,
            "Ten days on it|null|null|By Ann\n\n" + headings.strip()),
        one(
            head + "\n" + sources,
            "River floods town|2024-03-05|https://a.example/1|" + text + "\n" + sources.strip()),
        of("a.txt", (head + "\n\n").repeat(4), "", 0, "{bad_record=1}", "", many.formatted(4)),
        of("a.txt", (head + "=====\n").repeat(4), "", 0, "{bad_record=1}", "", many.formatted(4)),
        of("a.txt", parted.repeat(4), "", 0, "{bad_record=1}", "", many.formatted(4)),
        of(
            "a.txt",
            "News of the day\n---\n" + parted.repeat(3),
            "",
            0,
            "{bad_record=1}",
            "",
            many.formatted(3)),
        of(
            "a.txt",
            parted.replace("\n\n", "\n2024-03-05\n\n").repeat(4),
            "",
            0,
            "{bad_record=1}",
            "",
            many.formatted(4)),
        of(
            "a.txt",
            "River floods town\n\n" + ("***\n" + text).repeat(4),
            "",
            1,
            "{}",
            "",
            "River floods town|null|null|" + ("***\n" + text).repeat(4).strip()));
  }

  private static Archive one(String text, String value) {
    return of("a.txt", text, "", 1, "{}", "", value);
  }

  private static String body(String sections) {
    return sections.substring(sections.indexOf("%s") + 2).strip();
  }

  static Stream<Archive> fieldsNamedByAnAttribute() {
    return Stream.of(
        of(
            "dump.xml",
            "<?xml version=\"1.0\"?><mysqldump><database name=\"d\"><table_data name=\"articles\"><row><field"
                + " name=\"title\">T</field><field name=\"published\">2024-03-05</field><field"
                + " name=\"body\">B</field></row></table_data></database></mysqldump>",
            "",
            1,
            "{}",
            "title=title, date=published, body=body",
            "T|2024-03-05|null|B"),
        of(
            "solr.xml",
            "<response><result name=\"response\"><doc><str name=\"title\">T</str><date"
                + " name=\"published\">2024-03-05T21:40:00Z</date><arr name=\"content\"><str>B</str><str>C</str></arr></doc></result></response>",
            "",
            1,
            "{}",
            "title=title, date=published, body=content",
            "T|2024-03-05|null|B\n\nC"));
  }

  static Stream<Archive> treesInOneText() {
    String block =
        "{\"\"_type\"\":\"\"block\"\",\"\"children\"\":[{\"\"_type\"\":\"\"span\"\",\"\"text\"\":\"\"%s\"\"}]}";
    return Stream.of(
        of(
            "posts.csv",
            "title,body\nT,\"[%s,%s]\"\n"
                .formatted(block.formatted("One."), block.formatted("Two.")),
            "",
            1,
            "{}",
            "",
            "T|null|null|One.\n\nTwo."),
        of(
            "lexical.jsonl",
            "{\"title\":\"T\",\"body\":\"{\\\"root\\\":{\\\"type\\\":\\\"root\\\",\\\"children\\\":[{\\\"type\\\":\\\"paragraph\\\",\\\"children\\\":[{\\\"type\\\":\\\"text\\\",\\\"text\\\":\\\"One.\\\"}]}]}}\"}",
            "",
            1,
            "{}",
            "",
            "T|null|null|One."));
  }

  static Stream<Archive> recordsBesideOtherThings() {
    return Stream.of(
        of(
            "apify.json",
            "[{\"url\":\"https://a.example/1\",\"loadedTime\":\"2024-06-01T00:00:00Z\",\"metadata\":{\"title\":\"T\",\"datePublished\":\"2024-03-05\"},\"text\":\"B\"}]",
            "",
            1,
            "{}",
            "a JSON array, title=metadata.title, date=metadata.datePublished, url=url, body=text",
            "T|2024-03-05|https://a.example/1|B"),
        of(
            "phpmyadmin.json",
            "[{\"type\":\"header\",\"comment\":\"Export\"},{\"type\":\"database\",\"name\":\"news\"},{\"type\":\"table\",\"name\":\"articles\",\"database\":\"news\",\"data\":[{\"id\":\"1\",\"title\":\"T\",\"body\":\"B\"}]}]",
            "",
            1,
            "{other things=2}",
            "the records in data",
            "T|null|null|B"),
        of(
            "page.json",
            "{\"@graph\":[{\"@type\":\"NewsArticle\",\"@id\":\"a\",\"headline\":\"T\",\"articleBody\":\"B\"},{\"@type\":\"BreadcrumbList\",\"itemListElement\":[]}]}",
            "",
            1,
            "{other things=1}",
            "the records in @graph, title=headline, body=articleBody, what is an article of"
                + " schema.org",
            "T|null|null|B"));
  }

  static Stream<Archive> listsWhoseNamesAndFieldsAreOne() {
    String record = "{\"title\":\"%s\",\"text\":\"B\",\"publish_date\":\"2024-03-05\"}";
    String news = record.formatted("T") + "," + record.formatted("U");
    return Stream.of(
        of(
            "worldnews.json",
            "{\"offset\":0,\"available\":2,\"news\":[" + news + "]}",
            "",
            2,
            "{}",
            "the records in news, title=title, date=publish_date, body=text",
            "T|2024-03-05|null|B"),
        of(
            "sections.json",
            "{\"news\":[" + news + "],\"opinion\":[" + news + "]}",
            "",
            0,
            "{missing_title=1}",
            "",
            "no title: its fields are news, opinion. Are its records in * (title \"T\", text \"B\","
                + " publish_date \"2024-03-05\")? Perhaps: --records '*'"),
        of(
            "sections.json",
            "{\"news\":[" + news + "],\"opinion\":[" + news + "]}",
            "records=*",
            4,
            "{}",
            "the records in *, title=title, date=publish_date, body=text",
            "T|2024-03-05|null|B"));
  }

  static Stream<Archive> whatFlagsSayIsNoArticle() {
    return Stream.of(
        of(
            "a.jsonl",
            ("{" + T + "," + B + ",\"isDraft\":%s}\n").formatted("false")
                + ("{" + T + "," + B + ",\"isDraft\":%s}\n").formatted("true")
                + ("{" + T + "," + B + ",\"is_published\":%s}\n").formatted("false")
                + ("{" + T + "," + B + ",\"is_deleted\":%s}\n").formatted("1"),
            "",
            1,
            "{deleted=1, drafts=1, unpublished=1}",
            "",
            "T|null|null|B"),
        of(
            "a.csv",
            "title,body,is_published\nT,B,True\nU,C,False\n",
            "",
            1,
            "{unpublished=1}",
            "",
            "T|null|null|B"),
        of(
            "tx_news.csv",
            "uid,tstamp,deleted,hidden,datetime,title,bodytext\n1,1717200000,0,0,1709674800,T,<p>B</p>\n2,1717200000,0,1,1709674800,U,C\n3,1717200000,1,0,1709674800,V,D\n",
            "",
            1,
            "{deleted=1, unpublished=1}",
            "title=title, date=datetime, body=bodytext, what is published of TYPO3",
            "T|2024-03-05|null|B"),
        of(
            "content.csv",
            "id,title,introtext,fulltext,state,created,publish_up\n1,T,B,C,1,2024-01-01 10:00:00,2024-03-05 10:00:00\n2,U,B,C,-2,2024-01-01 10:00:00,2024-03-05 10:00:00\n3,V,B,C,0,2024-01-01 10:00:00,2024-03-05 10:00:00\n",
            "",
            1,
            "{deleted=1, unpublished=1}",
            "title=title, date=publish_up, body=introtext+fulltext, what is published of Joomla",
            "T|2024-03-05|null|B\n\nC"));
  }

  static Stream<Archive> datesThatAreFollowedByOthers() {
    return Stream.of(
        dated("\"marted\u00ec 5 marzo 2024 - Ultimo aggiornamento: 10:20\"", "", "2024-03-05"),
        dated("\"25/03/2024 \u00e0 14:05, mis \u00e0 jour \u00e0 15:30\"", "", "2024-03-25"),
        dated("\"25/03/2024 14h05 Atualizado h\u00e1 2 dias\"", "", "2024-03-25"),
        dated("\"05.mar.2024 \u00e0s 14h05\"", "", "2024-03-05"),
        dated("\"5 Mar, 2024 08:15 p. m. EST\"", "", "2024-03-06"),
        dated(
            "\"\u0627\u0644\u062b\u0644\u0627\u062b\u0627\u0621 5 \u0645\u0627\u0631\u0633/\u0622\u0630\u0627\u0631 2024\"",
            "",
            "2024-03-05"));
  }

  static Stream<Archive> documentsOfTheOlderNexis() {
    String document =
        "%d of 2 DOCUMENTS\n\n    The Ledger (London)\n\n   March 5, 2024 Tuesday\n   Late Edition - Final\n\nRiver floods\ntown: it rose\n\nBYLINE: Ann Reed\n\nLENGTH: 12 words\n\n\nB\n\nLOAD-DATE: March 6, 2024\n\nCopyright 2024 The Ledger\nAll Rights Reserved\n\n";
    return Stream.of(
        of(
            "nexis.txt",
            document.formatted(1) + document.formatted(2),
            "",
            2,
            "{}",
            "a press database's text",
            "River floods town: it rose|2024-03-05|null|B"),
        of(
            "nexis.txt",
            document.formatted(1).replace("River floods\ntown", "RIVER FLOODS: Old town")
                + document.formatted(2),
            "",
            2,
            "{}",
            "a press database's text",
            "RIVER FLOODS: Old town: it rose|2024-03-05|null|B"));
  }

  static Stream<Archive> samples() {
    return Stream.of(
        of("a.jsonl", (PLAIN + "\n").repeat(9), "sample=2", 2, "{}", "", "T|null|null|B"),
        of(
            "a.json",
            "[" + PLAIN + "," + PLAIN + "," + PLAIN + "]",
            "sample=2",
            2,
            "{}",
            "a JSON array",
            "T|null|null|B"),
        of("a.csv", "title,body\nT,B\nU,B\nV,B\n", "sample=2", 2, "{}", "", "T|null|null|B"));
  }

  @ParameterizedTest
  @MethodSource({
    "jsonAsItIs",
    "brokenJson",
    "keysThatStandTwice",
    "recordsThatAreTooLarge",
    "recordsThatAreTooDeep",
    "rowsThatAreTooLarge",
    "brokenEnvelopes",
    "damagedHeaders",
    "fieldsByOtherNames",
    "fieldsInAnyLanguage",
    "pagesOfRecords",
    "recordsInOneObjectOrOneList",
    "tablesAsToolsWriteThem",
    "textsWithLabelledHeads",
    "datesInTheNamesOfFolders",
    "recordsOfTooManyValues",
    "datesAsTheyAre",
    "csvAsItIs",
    "exportsOfPrograms",
    "filesOfOtherFormats",
    "teasersBesideTheText",
    "metadataBesideTheText",
    "exportsOfContentSystems",
    "bulkFiles",
    "listsInOneText",
    "textsWithoutATitle",
    "newcomersArchives",
    "textsOfPressDatabases",
    "feedsAndOtherXml",
    "xmlOfOtherThings",
    "textsInPartsAndTextsOfMany",
    "postsOfChatsAndNetworks",
    "whatNobodyMeansAsSuchAFile",
    "daysOfSomethingElseThanTheArticle",
    "valuesInAttributesAndTextsInBlocks",
    "whatOnlySeemsToBeBesideArticles",
    "listsThatHaveRecordsInSomeOfTheirObjects",
    "whatExportsSayIsNoArticle",
    "textsWithHeadsAsPeopleCopyThem",
    "datesWithWordsBehindThem",
    "whatIsProposedOfFields",
    "manyArticlesInOneText",
    "fieldsNamedByAnAttribute",
    "treesInOneText",
    "recordsBesideOtherThings",
    "listsWhoseNamesAndFieldsAreOne",
    "whatFlagsSayIsNoArticle",
    "datesThatAreFollowedByOthers",
    "documentsOfTheOlderNexis",
    "samples"
  })
  void becomesWhatIsToBecomeOfIt(Archive archive, @TempDir Path folder, SparkSession spark) {
    new Corpus(folder).file(archive.file, archive.bytes);
    List<Row> rows = read(spark, folder, options(archive.options));
    var rejected = new TreeMap<String, Long>();
    rows.stream()
        .filter(row -> row.getAs("reason") != null)
        .forEach(row -> rejected.merge(reason(row), 1L, Long::sum));
    boolean allRight = rows.stream().noneMatch(ArchivesTest::isRejected);
    String value =
        rows.stream()
            .filter(row -> allRight ? row.getAs("reason") == null : isRejected(row))
            .map(ArchivesTest::value)
            .findFirst()
            .orElseThrow();
    assertThat(value).isEqualTo(archive.value);
    assertThat(rejected.toString()).isEqualTo(archive.rejected);
    assertThat(rows.stream().filter(row -> row.getAs("reason") == null))
        .hasSize((int) archive.articles);
    assertThat(rows.get(0).<String>getAs("read_as")).isEqualTo(archive.readAs);
    assertThat(rows.stream().map(row -> row.getAs("record"))).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024/03/%02d/a.json",
        "2024-03-%02d/a.json",
        "news/2024-03-%02d.json",
        "news/202403%02d.json",
        "2024_03_%02d-a.json",
        "2020-01-01/news-2024-03-%02d.json"
      })
  void severalDaysInThePathsOfFilesDateTheirArticles(
      String path, @TempDir Path folder, SparkSession spark) {
    new Corpus(folder).file(path.formatted(5), PLAIN.getBytes(StandardCharsets.UTF_8));
    assertThat(values(spark, folder)).containsExactly("T|null|null|B");
    new Corpus(folder)
        .file(
            path.formatted(6),
            (PLAIN + "{" + T + "," + B + ",\"date\":\"2024-01-01\"}")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(values(spark, folder))
        .containsExactlyInAnyOrder(
            "T|2024-03-05|null|B", "T|2024-03-06|null|B", "T|2024-01-01|null|B");
  }

  private static List<String> values(SparkSession spark, Path folder) {
    return read(spark, folder, options("")).stream().map(ArchivesTest::value).toList();
  }

  private static List<Row> read(SparkSession spark, Path folder, ReadOptions options) {
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()),
            Optional.empty(),
            spark.sparkContext().hadoopConfiguration());
    return ArticleReader.read(spark, input, options).orderBy("record").collectAsList();
  }

  private static ReadOptions options(String text) {
    var values = new TreeMap<String, String>();
    Arrays.stream(text.split(";"))
        .filter(option -> !option.isEmpty())
        .forEach(option -> values.put(option.split("=")[0], option.split("=", 2)[1]));
    List<String> columns =
        values.containsKey("columns") ? List.of(values.get("columns").split(",")) : List.of();
    List<String> dates = values.containsKey("dates") ? List.of(values.get("dates")) : List.of();
    return new ReadOptions(
        Long.parseLong(values.getOrDefault("max", "1048576")),
        Fields.parse(columns),
        values.getOrDefault("records", ""),
        Dates.of(dates, ZoneId.of(values.getOrDefault("zone", "UTC"))),
        values.getOrDefault("encoding", ""),
        Html.SHOWN,
        Long.parseLong(values.getOrDefault("sample", "0")));
  }

  private static boolean isRejected(Row row) {
    return row.getAs("reason") != null && !row.getAs("reason").equals(RawRecord.LEFT_OUT);
  }

  /** Why a record is none, and of what was left out what it is. */
  private static String reason(Row row) {
    return row.getAs(isRejected(row) ? "reason" : "detail");
  }

  private static String value(Row row) {
    return row.getAs("reason") != null
        ? row.getAs("detail")
        : Stream.of("title", "published", "url", "body")
            .map(column -> String.valueOf(row.<Object>getAs(column)))
            .collect(Collectors.joining("|"));
  }

  private static final int ARTICLES = 200;
  private static final List<String> SENTENCES =
      List.of(
          "The river rose by two metres overnight and flooded the old town, as the mayor said in"
              + " the morning of day ",
          "Der Fluss stieg über Nacht um zwei Meter und überflutete die Altstadt, wie der"
              + " Bürgermeister sagte, am Tag ",
          "La rivière est montée de deux mètres pendant la nuit et a inondé la vieille ville, selon"
              + " le maire, au jour ");

  /** An article of which one thing may be otherwise. */
  private record Plain(String title, String date, String url, String body) {
    static Plain of(int i) {
      return new Plain(
          "Title " + i,
          LocalDate.parse("2024-03-01").plusDays(i % 28).toString(),
          "https://www.ledger.example/" + i,
          IntStream.range(0, 15)
              .mapToObj(j -> "word" + (15 * i + j))
              .collect(Collectors.joining(" ")));
    }

    Plain titled(String other) {
      return new Plain(other, date, url, body);
    }

    Plain dated(String other) {
      return new Plain(title, other, url, body);
    }

    Plain inOrderOf(String country) {
      String[] parts = date.split("-");
      return new Plain(
          title,
          country.equals("us")
              ? parts[1] + "/" + parts[2] + "/" + parts[0]
              : parts[2] + "/" + parts[1] + "/" + parts[0],
          url.replace("www", country),
          body);
    }

    Plain at(String other) {
      return new Plain(title, date, other, body);
    }

    Plain saying(String other) {
      return new Plain(title, date, url, other);
    }

    String json() {
      return "{\"title\":\"%s\",\"date\":\"%s\",\"url\":\"%s\",\"body\":\"%s\"}"
          .formatted(title, date, url, body);
    }
  }

  private static Arguments checked(
      String name, IntFunction<Plain> articles, int code, String counts, String... checks) {
    return Arguments.of(name, articles, code, counts, List.of(checks));
  }

  static Stream<Arguments> archivesWithOneThingWrong() {
    String all = "200, 0 of them duplicates; 0 records rejected";
    return Stream.of(
        checked("nothing wrong", Plain::of, 0, all),
        checked(
            "the crawl's own day for what has no date",
            i -> i % 4 == 0 ? Plain.of(i).dated("2024-03-28") : Plain.of(i),
            0,
            all + "|crowded_day: 0.285, limit 0.150: part of the articles that is of one day",
            "crowded_day"),
        checked(
            "a third in German and a few in French",
            i -> Plain.of(i).saying(SENTENCES.get(i % 3 == 0 ? 1 : i % 20 == 1 ? 2 : 0) + i),
            0,
            "200, 0 of them duplicates|not in the model's language, en: de 67, fr 7; a run with"
                + " --language de",
            "other_languages"),
        checked(
            "1970 for what has no date",
            i -> i % 10 == 0 ? Plain.of(i).dated("1970-01-01T00:00:00Z") : Plain.of(i),
            0,
            all,
            "stray_dates"),
        checked(
            "two sources, of which one writes the day first and one the month",
            i -> Plain.of(i).inOrderOf(i % 2 == 0 ? "uk" : "us"),
            0,
            all + "|2024-03-01 to 2024-03-28, 28 days"),
        checked(
            "slips into the future",
            i -> i == 7 ? Plain.of(i).dated("2124-03-05") : Plain.of(i),
            0,
            all,
            "future_dates"),
        checked(
            "the feed's address in every tenth article",
            i -> i % 10 == 0 ? Plain.of(i).at("https://www.ledger.example/rss.xml") : Plain.of(i),
            0,
            all,
            "addresses_shared"),
        checked(
            "the outlet's name for every fourth title",
            i -> i % 4 == 0 ? Plain.of(i).titled("The Ledger") : Plain.of(i),
            0,
            all
                + "|titles_shared: 0.250, limit 0.200: part of the articles with one title, \"The Ledger\" (50)",
            "titles_shared"),
        checked(
            "addresses that are none",
            i -> i % 10 == 0 ? Plain.of(i).at("urn:uuid:" + i) : Plain.of(i),
            0,
            all,
            "addresses_lost"),
        checked(
            "letters that are lost for good in one of fifty",
            i -> i % 50 == 0 ? Plain.of(i).saying("caf\uFFFD " + i) : Plain.of(i),
            0,
            all
                + "|texts      14 words on average|lost_encodings: 0.0200, limit 0.0100: 4 articles"
                + " in which letters are lost",
            "lost_encodings"),
        checked(
            "letters that are lost for good in one of two hundred",
            i -> i == 0 ? Plain.of(i).saying("caf\uFFFD " + i) : Plain.of(i),
            0,
            all + "|The input is good"),
        checked(
            "a few bodies that say nothing",
            i -> i % 20 == 0 ? Plain.of(i).saying("nan") : Plain.of(i),
            0,
            "190, 0 of them duplicates; 10 records rejected"),
        checked(
            "many bodies that say nothing",
            i -> i % 5 == 0 ? Plain.of(i).saying("None") : Plain.of(i),
            3,
            "Cannot trust the input: 40 of 200 records are rejected"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archivesWithOneThingWrong")
  void isReadAndWhatIsWrongIsSaid(
      String name,
      IntFunction<Plain> articles,
      int code,
      String counts,
      List<String> checks,
      @TempDir Path folder,
      SparkSession spark) {
    new Corpus(folder)
        .file(
            "news.jsonl",
            IntStream.range(0, ARTICLES)
                .mapToObj(i -> articles.apply(i).json())
                .collect(Collectors.joining("\n")));
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(new Cli(out, out).run("check", "--input", folder.toString())).isEqualTo(code);
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(text).contains(counts.split("\\|"));
    assertThat(
            Stream.of(
                "crowded_day",
                "other_languages",
                "stray_dates",
                "future_dates",
                "addresses_shared",
                "titles_shared",
                "addresses_lost",
                "lost_encodings"))
        .filteredOn(check -> text.contains("\n  " + check + ": "))
        .containsExactlyElementsOf(checks);
  }
}
