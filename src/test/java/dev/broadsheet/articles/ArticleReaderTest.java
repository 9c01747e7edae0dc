package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.input.InputFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class ArticleReaderTest {
  private static final long MAX_BYTES = 10L << 20;
  private static final String URL = "https://a.example/1";
  private static final String BODY = "Rain fell on the valley.";

  @TempDir Path folder;
  private SparkSession spark;
  private Corpus corpus;

  @BeforeEach
  void prepare(SparkSession session) {
    spark = session;
    corpus = new Corpus(folder);
  }

  private Dataset<Row> read(String... paths) {
    InputFiles input =
        InputFiles.list(
            List.of(paths), Optional.empty(), spark.sparkContext().hadoopConfiguration());
    return ArticleReader.read(spark, input, MAX_BYTES);
  }

  /** Each record as file:record title|date|url|body or reason: detail. */
  private List<String> lines(String... paths) {
    return read(paths).orderBy("input_file", "record").collectAsList().stream()
        .map(ArticleReaderTest::line)
        .toList();
  }

  private static String line(Row row) {
    String file = Path.of(row.<String>getAs("input_file")).getFileName().toString();
    String where = file + ":" + row.getAs("record") + " ";
    if (row.getAs("reason") != null) {
      return where + row.getAs("reason") + ": " + row.getAs("detail");
    }
    return where
        + Arrays.asList(
                row.getAs("title"), row.getAs("published"), row.getAs("url"), row.getAs("body"))
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining("|"));
  }

  private String only(String text) {
    corpus.file("a.txt", text);
    return lines(corpus.path()).get(0).substring("a.txt:1 ".length());
  }

  @Test
  void readsTheFourLines() {
    assertThat(only("Title\n20220105\n" + URL + "\n" + BODY + "\n\nMore.\n"))
        .isEqualTo("Title|2022-01-05|" + URL + "|" + BODY + "\n\nMore.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Title#  #2022-01-05##U##B# ~ Title|2022-01-05|U|B",
        "BOMTitle^#20220105^#U^#B^# ~ Title|2022-01-05|U|B",
        " Title  # 20220105 # U # B # ~ Title|2022-01-05|U|B",
        "Title#20220105##B b ~ Title|2022-01-05|null|B b",
        "Title##U#B b ~ Title|null|U|B b",
        "Title###B b ~ Title|null|null|B b",
        "'' ~ empty_file: nothing but white space",
        "' # #' ~ empty_file: nothing but white space",
        "Title ~ missing_body: no body",
        "Title#20220105 ~ missing_body: no body",
        "Title#20220105#U ~ missing_body: no body",
        "Title#20220105#U# # ~ missing_body: no body",
        "20220105#U#B ~ missing_title: no title",
        "Title#20220230#U#B ~ bad_date: 20220230 is not a date (yyyyMMdd or yyyy-MM-dd)",
        "Title#2022-1-5#U#B ~ Title|2022-01-05|U|B",
        "Title##Reuters##B b ~ Title|null|null|Reuters\\n\\nB b",
        "Title##2024##B b ~ Title|null|null|2024\\n\\nB b",
        "Title##Update:##B b ~ Title|null|null|Update:\\n\\nB b",
        "Title#00220105#U#B ~ bad_date: 00220105 is not a date (yyyyMMdd or yyyy-MM-dd)",
        "Title#yesterday#U#B ~ bad_date: yesterday is not a date (yyyyMMdd or yyyy-MM-dd)",
        "Title#20220105#javascript:alert(1)#B ~ Title|2022-01-05|null|B",
        "Title#20220105#www.a.example#B ~ Title|2022-01-05|https://www.a.example|B",
        "<b>T</b>\t\"q\" 🦊#20220105#U#B ~ T \"q\" 🦊|2022-01-05|U|B",
      })
  void readsWhatPeopleWrite(String text, String expected) {
    String written =
        text.replaceAll("(?<![A-Za-z])U(?![A-Za-z])", URL)
            .replace('#', '\n')
            .replace('^', '\r')
            .replace("BOM", "\uFEFF");
    assertThat(only(written))
        .isEqualTo(expected.replace("|U|", "|" + URL + "|").replace("\\n", "\n"));
  }

  @Test
  void rejectsWhatIsNoTextAndReadsUtf16ByItsMark() {
    corpus
        .file("binary.txt", new byte[] {0x50, 0x42, 3, 4, 0, 0, 0})
        .file("latin1.txt", "Fällt\n20220105\n\nRegen".getBytes(StandardCharsets.ISO_8859_1))
        .file("utf16.txt", "Title\n20220105\n\nBody".getBytes(StandardCharsets.UTF_16));
    assertThat(lines(corpus.path()))
        .containsExactly(
            "binary.txt:1 bad_encoding: binary: it has NUL characters",
            "latin1.txt:1 bad_encoding: not UTF-8",
            "utf16.txt:1 Title|2022-01-05|null|Body");
  }

  @Test
  void rejectsAnArticleOfTwentyMebibytesWithoutKeepingIt() {
    corpus.file("large.txt", "Title\n20220105\n" + URL + "\n" + "word ".repeat(4 << 20));
    corpus.file("large.txt.gz", "Title\n20220105\n" + URL + "\n" + "word ".repeat(4 << 20));
    List<Row> rows = read(corpus.path()).collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("reason")).isEqualTo("too_large");
              assertThat(row.<String>getAs("detail"))
                  .isEqualTo("more than 10485760 bytes (--max-article-bytes)");
              assertThat(row.<String>getAs("raw")).hasSize(1000).startsWith("Title\n20220105\n");
            });
  }

  @Test
  void readsJsonLinesAndNumbersThemByLine() {
    corpus.file(
        "a.jsonl",
        "\uFEFF{\"title\":\"One\",\"date\":20220105,\"url\":\"%s\",\"body\":\"B\\n\\\"q\\\"\",\"label\":[1]}\n"
                .formatted(URL)
            + "\n"
            + "{\"title\":\"Half\",\"date\":\"2022\n"
            + "[1,2]\n"
            + "{\"title\":\"Four\",\"body\":\"B\"}\r\n"
            + "{\"title\":\"Five\",\"date\":\"\",\"url\":null,\"body\":\" \"}\n"
            + "{\"body\":\"B\"}");
    assertThat(lines(corpus.path()))
        .containsExactly(
            "a.jsonl:1 One|2022-01-05|" + URL + "|B\n\"q\"",
            "a.jsonl:3 bad_record: not a JSON object: Unexpected end-of-input in VALUE_STRING",
            "a.jsonl:4 bad_record: not a JSON object",
            "a.jsonl:5 Four|null|null|B",
            "a.jsonl:6 missing_body: no body",
            "a.jsonl:7 missing_title: no title");
  }

  @Test
  void numbersTheLinesOfAFileThatIsSplit() {
    int lines = 2000;
    String line = "{\"title\":\"T\",\"body\":\"B\"}\n";
    corpus.file("a.jsonl", line.repeat(lines - 1) + "broken\n");
    spark.conf().set("spark.sql.files.maxPartitionBytes", "4000");
    try {
      Dataset<Row> records = read(corpus.path());
      assertThat(records.rdd().getNumPartitions()).isGreaterThan(5);
      assertThat(records.select("record").distinct().count()).isEqualTo(lines);
      assertThat(records.where("reason is not null").select("record").head().getLong(0))
          .isEqualTo(lines);
    } finally {
      spark.conf().unset("spark.sql.files.maxPartitionBytes");
    }
  }

  @Test
  void rejectsOnlyTheJsonLineThatIsNotUtf8() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write("{\"title\":\"F".getBytes(StandardCharsets.UTF_8));
    out.write(0xE4);
    out.write(
        "\",\"body\":\"B\"}\n{\"title\":\"T\",\"body\":\"B\"}\n".getBytes(StandardCharsets.UTF_8));
    corpus.file("a.jsonl", out.toByteArray());
    assertThat(lines(corpus.path()))
        .containsExactly("a.jsonl:1 bad_encoding: not UTF-8", "a.jsonl:2 T|null|null|B");
  }

  @Test
  void rejectsOnlyTheXmlRecordThatIsNotInItsEncoding() {
    String item = "<item><title>%s</title><description>B\u0007C</description></item>";
    String feed =
        "%s<rss>"
            + item.formatted("F\u00e4llt")
            + item.formatted("U")
            + item.formatted("V")
            + "</rss>";
    String declared = "<?xml version=\"1.0\" encoding=\"%s\"?>";
    corpus
        .file("a.xml", feed.formatted("").getBytes(StandardCharsets.ISO_8859_1))
        .file(
            "b.xml",
            feed.formatted(declared.formatted("ISO-8859-1")).getBytes(StandardCharsets.ISO_8859_1))
        .file(
            "c.xml",
            ("\uFEFF" + feed.formatted(declared.formatted("utf-16")))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(lines(corpus.path()))
        .containsExactly(
            "a.xml:1 bad_encoding: not UTF-8",
            "a.xml:2 U|null|null|B C",
            "a.xml:3 V|null|null|B C",
            "b.xml:1 F\u00e4llt|null|null|B C",
            "b.xml:2 U|null|null|B C",
            "b.xml:3 V|null|null|B C",
            "c.xml:1 F\u00e4llt|null|null|B C",
            "c.xml:2 U|null|null|B C",
            "c.xml:3 V|null|null|B C");
  }

  @Test
  void readsCsvByItsHeaderWithQuotesAndLineBreaks() {
    corpus.file(
        "a.csv",
        "\uFEFFurl,Body,extra,title,date\r\n"
            + URL
            + ",\"First line,\nsecond \"\"line\"\"\",x,One,20220105\r\n"
            + ",B,,Two,\r\n"
            + "too,few\r\n"
            + ",B,,Three,2022-02-30\r\n");
    assertThat(lines(corpus.path()))
        .containsExactly(
            "a.csv:1 One|2022-01-05|" + URL + "|First line,\nsecond \"line\"",
            "a.csv:2 Two|null|null|B",
            "a.csv:3 bad_record: 2 values, but the header has 5",
            "a.csv:4 bad_date: 2022-02-30 is not a date (yyyyMMdd or yyyy-MM-dd)");
  }

  @Test
  void rejectsCsvWithoutTheColumnsAndValuesThatAreNotUtf8() {
    corpus
        .file("empty.csv", "")
        .file("other.csv", "id,name\n1,x\n")
        .file("z.csv", "title,body\nF\u00e4llt,B\nT,B\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lines(corpus.path()))
        .containsExactly(
            "empty.csv:1 empty_file: no header row",
            "other.csv:1 bad_record: the header names no title and body; its fields are id \"1\","
                + " name \"x\". Which is title and which is body? Perhaps: --columns"
                + " title=name,body=name",
            "z.csv:1 bad_encoding: not UTF-8",
            "z.csv:2 T|null|null|B");
  }

  @Test
  void readsParquetOfSeveralSchemas() {
    String dates = folder.resolve("dates.parquet").toString();
    String strings = folder.resolve("strings.parquet").toString();
    String other = folder.resolve("other.parquet").toString();
    spark
        .sql("select 'T1' title, date'2022-01-05' date, '" + URL + "' url, 'B1' body")
        .coalesce(1)
        .write()
        .parquet(dates);
    spark
        .sql("select 'B2' BODY, '20220106' date, 'T2' Title, 7 more")
        .coalesce(1)
        .write()
        .parquet(strings);
    spark.sql("select 1 id, 'x' name").coalesce(1).write().parquet(other);
    corpus.file("broken.parquet", "PAR1 no");
    List<String> read =
        read(dates, strings, other, corpus.folder().resolve("broken.parquet").toString())
            .collectAsList()
            .stream()
            .map(row -> line(row).replaceFirst("^part-\\S+:1", "part:1"))
            .sorted()
            .toList();
    assertThat(read)
        .containsExactly(
            "broken.parquet:1 bad_record: not a Parquet file",
            "part:1 T1|2022-01-05|" + URL + "|B1",
            "part:1 T2|2022-01-06|null|B2",
            "part:1 bad_record: the file has no columns title and body, but id, name."
                + " Perhaps: --columns title=name,body=name");
  }

  @Test
  void readsCompressedFilesFoldersGlobsAndOddNamesEachOnce() throws IOException {
    var bz2 = new ByteArrayOutputStream();
    try (var out = new BZip2CompressorOutputStream(bz2)) {
      out.write("title,body\nB2,B\n".getBytes(StandardCharsets.UTF_8));
    }
    corpus
        .file("deep/er/a [1] b+c%20.txt", "Odd\n20220105\n\nB b\n")
        .file("deep/z.txt.gz", "Zip\n20220105\n\nB b\n")
        .file("deep/j {1}.jsonl.gz", "{\"title\":\"J\",\"body\":\"B\"}\n")
        .file("deep/c.csv.bz2", bz2.toByteArray())
        .file("deep/2024-03-01T10:00:00 ?#\n\\.jsonl", "{\"title\":\"Colon\",\"body\":\"B\"}\n")
        .file("deep/.hidden.txt", "no")
        .file("deep/_tmp/x.txt", "no")
        .file("deep/README.md", "no");
    assertThat(lines(corpus.path(), corpus.path() + "/deep", corpus.path() + "/de*/z.txt.gz"))
        .containsExactlyInAnyOrder(
            "a [1] b+c%20.txt:1 Odd|2022-01-05|null|B b",
            "z.txt.gz:1 Zip|2022-01-05|null|B b",
            "j {1}.jsonl.gz:1 J|null|null|B",
            "2024-03-01T10:00:00 ?#\n\\.jsonl:1 Colon|null|null|B",
            "c.csv.bz2:1 B2|null|null|B");
  }

  @Test
  void saysWhichFileBreaksOff() {
    byte[] whole =
        Corpus.gzip("Title\n20220105\n\nBody and more of it".getBytes(StandardCharsets.UTF_8));
    corpus.file("cut.txt.gz", Arrays.copyOf(whole, whole.length - 12));
    assertThatThrownBy(() -> read(corpus.path()).count())
        .rootCause()
        .isInstanceOf(java.io.EOFException.class);
    assertThatThrownBy(() -> read(corpus.path()).count())
        .hasStackTraceContaining("Cannot read file:" + corpus.path() + "/cut.txt.gz: ")
        .hasStackTraceContaining("Repair or remove the file.");
  }

  @Test
  void readsManySmallFilesInFewTasks() throws IOException {
    for (int i = 0; i < 3000; i++) {
      Files.writeString(folder.resolve(i + ".txt"), "T\n20220105\n\nB " + i);
    }
    Dataset<Row> records = read(corpus.path());
    assertThat(records.rdd().getNumPartitions()).isEqualTo(4);
    assertThat(records.where("reason is null").count()).isEqualTo(3000);
  }

  @Test
  void strikesPasswordsFromPaths() {
    assertThat(Validation.withoutUser("s3a://key:secret@bucket/a.txt"))
        .isEqualTo("s3a://bucket/a.txt");
    assertThat(Validation.withoutUser("file:/news/a@b.txt")).isEqualTo("file:/news/a@b.txt");
  }

  /**
   * What Hadoop writes beside a file, of so many bytes for each checksum that they fill any heap.
   */
  private static byte[] checksumsOfGigabytes() {
    return new byte[] {'c', 'r', 'c', 0, Byte.MAX_VALUE, -1, -1, -1, 1, 2, 3, 4};
  }

  @Test
  void whatAFileOfChecksumsSaysIsNotBelieved() throws IOException {
    String record = "{\"title\":\"T\",\"body\":\"B\"}\n";
    corpus.file("a.txt", "T\nB").file("b.csv", "title,body\nT,B\n").file("c.jsonl", record);
    corpus.file("d.jsonl", record.repeat(20_000)).file("e.jsonl.gz", record.repeat(20_000));
    String parquet = folder.resolve("parquet").toString();
    spark.sql("select 'T' title, 'B' body").coalesce(1).write().parquet(parquet);
    try (var files = Files.list(Path.of(parquet))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.copy(file, folder.resolve("f.parquet"));
      }
    }
    for (String file : List.of("a.txt", "b.csv", "c.jsonl", "d.jsonl", "e.jsonl.gz", "f.parquet")) {
      corpus.file("." + file + ".crc", checksumsOfGigabytes());
    }
    assertThat(read(folder + "/?.*").where("reason is null").count()).isEqualTo(40_004);
  }
}
