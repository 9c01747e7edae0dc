package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.InputFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Files damaged at random, by a seed. Of every record that the damage does not touch it is known
 * what becomes of it: an article, or part of a rejected record. {@code -Dfuzz.files} and {@code
 * -Dfuzz.seed} make more of them.
 */
@SparkTest
class DamagedArchivesTest {
  private static final int RECORDS = 8;
  private static final int FILES = Integer.getInteger("fuzz.files", 300);
  private static final int MANY_FILES = Integer.getInteger("fuzz.files", 10_000);

  private static final long SEED = Long.getLong("fuzz.seed", 42);
  private static final String SPECIAL = "\"'{}[],;\t\n\r\\:|\0 ";

  /** How a format writes eight records: what stands before, between and after them. */
  private record Format(
      String ending, String before, IntFunction<String> record, String between, String after) {
    /**
     * Damage costs its record, perhaps a neighbour, rarely the file; a broken header costs all, and
     * of XML there is none behind the damage: half of all, where it is anywhere. A page in Markdown
     * is one record, rejected as a whole where it is not UTF-8.
     */
    double intact() {
      return breaksOff() || isOneRecord() ? 0.45 : before.startsWith("title") ? 0.9 : 0.98;
    }

    private boolean isOneRecord() {
      return ending.equals("md");
    }

    /** Whether all that is behind the damage is one rejected record. */
    boolean breaksOff() {
      return before.startsWith("<");
    }

    @Override
    public String toString() {
      return ending + " " + before.lines().findFirst().orElse("") + between.strip();
    }
  }

  /** A damaged file, and the records that the damage does not touch. */
  private record Damaged(byte[] bytes, List<Integer> intact, boolean repeats, boolean breaksOff) {}

  static Stream<Format> formats() {
    IntFunction<String> object = i -> "{\"title\":\"T%d\",\"body\":\"%s\"}".formatted(i, mark(i));
    IntFunction<String> pretty =
        i -> "{\n  \"title\": \"T\",\n  \"body\": \"%s\"\n}".formatted(mark(i));
    IntFunction<String> quoted =
        i -> "\"T%d\",\"2024-03-0%d\",\"%s,\n a\"".formatted(i, i + 1, mark(i));
    IntFunction<String> plain = i -> "T%d,2024-03-0%d,%s".formatted(i, i + 1, mark(i));
    String header = "title,date,body\n";
    return Stream.of(
        new Format("jsonl", "", object, "\n", "\n"),
        new Format("json", "", object, "", ""),
        new Format("json", "", pretty, "\n", "\n"),
        new Format("json", "[", object, ",", "]"),
        new Format("json", "[\n", pretty, ",\n", "\n]\n"),
        new Format("json", "{\"page\":1,\"articles\":[\n", object, ",\n", "],\"total\":8}"),
        new Format("csv", header, quoted, "\n", "\n"),
        new Format("csv", header, plain, "\r\n", "\r\n"),
        new Format(
            "csv", header.replace(',', ';'), i -> plain.apply(i).replace(',', ';'), "\n", ""),
        new Format(
            "tsv", header.replace(',', '\t'), i -> plain.apply(i).replace(',', '\t'), "\n", ""),
        new Format("md", "---\ntitle: T\ndate: 2024-03-05\n---\n", i -> mark(i), "\n\n", "\n"),
        new Format(
            "mbox",
            "",
            i ->
                "From a@b Tue Mar  5 21:40:00 2024\nSubject: T%d\nFrom: a@b\n\n%s\n"
                    .formatted(i, mark(i)),
            "\n",
            "\n"),
        new Format(
            "rss",
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>\n",
            i ->
                "<item><title>T%d</title><description><![CDATA[%s]]></description></item>"
                    .formatted(i, mark(i)),
            "\n",
            "</channel></rss>\n"),
        new Format(
            "xml",
            "<articles>",
            i ->
                "<article id=\"%d\"><title>T &amp; U</title><body>%s</body></article>"
                    .formatted(i, mark(i)),
            "",
            "</articles>"));
  }

  private static String mark(int record) {
    // So far apart that no damage makes one of another.
    return "mark" + String.valueOf((char) ('a' + record)).repeat(5) + "end";
  }

  @ParameterizedTest
  @MethodSource("formats")
  void loseNothingInSilenceAndNothingIsReadTwice(
      Format format, @TempDir Path folder, SparkSession spark) throws IOException {
    keepsAll(format, FILES, folder, spark);
  }

  @Tag("heavy")
  @ParameterizedTest
  @MethodSource("formats")
  void loseNothingInSilenceHoweverMany(Format format, @TempDir Path folder, SparkSession spark)
      throws IOException {
    keepsAll(format, MANY_FILES, folder, spark);
  }

  private static void keepsAll(Format format, int files, Path folder, SparkSession spark)
      throws IOException {
    var random = new Random(SEED);
    Map<String, Damaged> damaged = new TreeMap<>();
    for (int i = 0; i < files; i++) {
      String name = "%05d.%s".formatted(i, format.ending);
      damaged.put(name, damaged(format, random));
      new Corpus(folder).file(name, damaged.get(name).bytes);
    }
    Map<String, List<Row>> rows =
        read(folder, spark).stream()
            .collect(
                Collectors.groupingBy(
                    row -> Path.of(row.<String>getAs("input_file")).getFileName().toString()));
    List<String> lost = new ArrayList<>();
    var intact = new AtomicLong();
    var read = new AtomicLong();
    damaged.forEach(
        (name, file) -> {
          intact.addAndGet(file.intact.size());
          read.addAndGet(articles(file, rows.getOrDefault(name, List.of())));
          List<Row> found = rows.getOrDefault(name, List.of());
          String text = new String(file.bytes, StandardCharsets.UTF_8);
          problems(file, found).forEach(it -> lost.add(it + " of " + text + "\n" + found));
        });
    assertThat(lost).isEmpty();
    assertThat((double) read.get() / intact.get()).isBetween(format.intact(), 1.0);
  }

  /** How many of the records that are not touched are articles. */
  private static long articles(Damaged file, List<Row> rows) {
    return file.intact.stream()
        .filter(
            record ->
                rows.stream()
                    .filter(row -> row.getAs("reason") == null)
                    .anyMatch(row -> row.<String>getAs("body").contains(mark(record))))
        .count();
  }

  private static List<String> problems(Damaged file, List<Row> rows) {
    List<String> problems = new ArrayList<>();
    if (rows.stream().map(row -> row.<Long>getAs("record")).distinct().count() < rows.size()) {
      problems.add("two records of one number");
    }
    for (int record = 0; record < RECORDS; record++) {
      String mark = mark(record);
      long articles =
          rows.stream()
              .filter(row -> row.getAs("reason") == null)
              .filter(row -> row.<String>getAs("body").contains(mark))
              .count();
      boolean told =
          rows.stream()
              .filter(row -> row.getAs("reason") != null)
              .anyMatch(row -> file.breaksOff || row.<String>getAs("raw").contains(mark));
      if (articles > 1 && !file.repeats) {
        problems.add(mark + " twice");
      }
      if (articles == 0 && !told && file.intact.contains(record)) {
        problems.add(mark + " lost");
      }
    }
    return problems;
  }

  /** A page of the web with a tag left open swallows what is behind it, as in a browser. */
  @ParameterizedTest
  @EnumSource(names = {"HTML", "TEXT"})
  void ofWhichEachIsAnArticleAreOneRecordEachWhateverTheDamage(
      ArticleFormat format, @TempDir Path folder, SparkSession spark) {
    var whole =
        format == ArticleFormat.HTML
            ? new Format(
                "html",
                "<!doctype html><html><head><title>T</title></head><body><article>\n",
                i -> "<p class=\"p%d\">%s &amp; on</p><!-- %d -->".formatted(i, mark(i), i),
                "\n",
                "</article><script>var a = '<p>';</script></body></html>\n")
            : new Format("txt", "T\n2024-03-05\n\n", i -> mark(i), "\n", "\n");
    var random = new Random(SEED);
    for (int i = 0; i < FILES; i++) {
      new Corpus(folder).file("%05d.%s".formatted(i, whole.ending), damaged(whole, random).bytes);
    }
    List<Row> rows = read(folder, Optional.of(format), spark);
    assertThat(rows.stream().map(row -> row.getString(0)).distinct()).hasSize(FILES);
    assertThat(rows).hasSize(FILES);
    assertThat(rows.stream().filter(row -> row.getAs("reason") == null).count())
        .isGreaterThan(FILES / 4);
  }

  private static List<Row> read(Path folder, SparkSession spark) {
    return read(folder, Optional.empty(), spark);
  }

  private static List<Row> read(Path folder, Optional<ArticleFormat> format, SparkSession spark) {
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()), format, spark.sparkContext().hadoopConfiguration());
    return ArticleReader.read(spark, input, ReadOptions.of(1 << 20))
        .select("input_file", "record", "reason", "body", "raw")
        .collectAsList();
  }

  private static Damaged damaged(Format format, Random random) {
    var text = new StringBuilder(format.before);
    int[] starts = new int[RECORDS];
    int[] ends = new int[RECORDS];
    for (int i = 0; i < RECORDS; i++) {
      text.append(i == 0 ? "" : format.between);
      starts[i] = text.length();
      text.append(format.record.apply(i));
      ends[i] = text.length();
    }
    byte[] whole = text.append(format.after).toString().getBytes(StandardCharsets.UTF_8);
    int from = random.nextInt(whole.length);
    int to = Math.min(whole.length, from + 1 + random.nextInt(1 + random.nextInt(60)));
    int kind = random.nextInt(6);
    byte[] piece =
        switch (kind) {
          case 0 -> new byte[0];
          case 1 -> bytes(to - from, random);
          case 2 -> special(to - from, random);
          case 3 -> special(1, random);
          case 4 ->
              concat(Arrays.copyOfRange(whole, from, to), Arrays.copyOfRange(whole, from, to));
          default -> bytes(1, random);
        };
    int end =
        kind == 0 && random.nextInt(3) == 0
            ? whole.length
            : kind == 3 || kind == 5 ? from + random.nextInt(2) : to;
    byte[] bytes =
        concat(Arrays.copyOf(whole, from), piece, Arrays.copyOfRange(whole, end, whole.length));
    // On a page, what comes beside a paragraph in place of its empty line or fence is in its line.
    int beside = format.isOneRecord() ? "\n---\n".length() : 0;
    List<Integer> intact =
        IntStream.range(0, RECORDS)
            .filter(i -> ends[i] + beside < from || starts[i] - beside > end)
            .boxed()
            .toList();
    return new Damaged(bytes, intact, kind == 4, format.breaksOff());
  }

  private static byte[] bytes(int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] special(int length, Random random) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) SPECIAL.charAt(random.nextInt(SPECIAL.length()));
    }
    return bytes;
  }

  private static byte[] concat(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Test
  void thatAreCompressedOrColumnarAreReadWholeOrNamed(@TempDir Path folder, SparkSession spark)
      throws IOException {
    isWholeOrNamed(FILES / 100, folder, spark);
  }

  @Tag("heavy")
  @Test
  void thatAreCompressedOrColumnarAreReadWholeOrNamedHoweverMany(
      @TempDir Path folder, SparkSession spark) throws IOException {
    isWholeOrNamed(MANY_FILES / 200, folder, spark);
  }

  private static void isWholeOrNamed(int files, Path folder, SparkSession spark)
      throws IOException {
    String lines =
        IntStream.range(0, RECORDS)
            .mapToObj(i -> "{\"title\":\"T\",\"body\":\"%s\"}\n".formatted(mark(i)))
            .collect(Collectors.joining());
    byte[] plain = lines.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> whole = new TreeMap<>();
    whole.put("news.jsonl.gz", Corpus.gzip(plain));
    whole.put("news.jsonl.bz2", packed(plain, BZip2CompressorOutputStream::new));
    whole.put("news.jsonl.xz", packed(plain, out -> new XZOutputStream(out, new LZMA2Options())));
    whole.put("news.jsonl.zst", packed(plain, out -> new ZstdOutputStream(out).setChecksum(true)));
    whole.put("news.zip", zip(plain));
    whole.put("news.parquet", parquet(lines, folder.resolve("whole"), spark));
    var random = new Random(SEED);
    Set<Integer> codes = new TreeSet<>();
    for (int i = 0; i < files; i++) {
      for (Map.Entry<String, byte[]> file : whole.entrySet()) {
        Path into = folder.resolve(file.getKey() + i);
        codes.add(code(file.getKey(), changed(file.getValue(), random), into, spark));
      }
    }
    assertThat(codes).containsExactly(0, 3);
  }

  @Test
  void aZstdFileThatTakesTooMuchMemorySaysHowToUnpackIt(@TempDir Path folder, SparkSession spark)
      throws IOException {
    byte[] plain = "{\"title\":\"T\",\"body\":\"B\"}\n".getBytes(StandardCharsets.UTF_8);
    // A frame whose window has 2 GB, and its one block, which is not compressed.
    byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (21 << 3)};
    byte[] block = {(byte) (plain.length << 3 | 1), (byte) (plain.length >> 5), 0};
    new Corpus(folder).file("a.jsonl.zst", concat(head, block, plain));
    assertThatThrownBy(() -> read(folder, spark))
        .hasStackTraceContaining(
            "a.jsonl.zst: to unpack it takes more than 128 MB of memory. Unpack it (zstd -d"
                + " --long=31), or pack it anew with zstd or gzip.");
  }

  @Test
  void aBzip2FileWhoseFirstBlockBeginsDamagedIsNotAnEmptyOne(
      @TempDir Path folder, SparkSession spark) throws IOException {
    byte[] plain = "{\"title\":\"T\",\"body\":\"B\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] packed = packed(plain, BZip2CompressorOutputStream::new);
    packed[4] ^= 1;
    assertThat(code("news.jsonl.bz2", packed, folder.resolve("magic"), spark)).isEqualTo(3);
    byte[] cut = Arrays.copyOf(packed, 4);
    assertThat(code("news.jsonl.bz2", cut, folder.resolve("cut"), spark)).isEqualTo(3);
  }

  @Test
  void aParquetFileWhoseEndHidesRowsIsDamaged(@TempDir Path folder, SparkSession spark)
      throws IOException {
    String lines =
        IntStream.range(0, RECORDS)
            .mapToObj(i -> "{\"title\":\"T\",\"body\":\"%s\"}\n".formatted(mark(i)))
            .collect(Collectors.joining());
    byte[] whole = parquet(lines, folder.resolve("whole"), spark);
    Map<String, Consumer<RowGroup>> damages =
        Map.of(
            "no rows", group -> group.setNum_rows(0),
            "a row less", group -> group.setNum_rows(group.getNum_rows() - 1),
            "behind the file", group -> group.setTotal_compressed_size(1L << 40));
    for (Map.Entry<String, Consumer<RowGroup>> damage : damages.entrySet()) {
      Path into = folder.resolve(damage.getKey());
      new Corpus(into).file("news.parquet", withFooter(whole, damage.getValue()));
      assertThat(read(into, spark))
          .as(damage.getKey())
          .singleElement()
          .returns("bad_record", row -> row.getAs("reason"));
    }
    new Corpus(folder.resolve("same")).file("news.parquet", withFooter(whole, group -> {}));
    assertThat(read(folder.resolve("same"), spark)).hasSize(RECORDS);
  }

  /** The same pages with another description of its row groups at the end. */
  private static byte[] withFooter(byte[] parquet, Consumer<RowGroup> change) throws IOException {
    int length = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - 8);
    int begin = parquet.length - 8 - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(parquet, begin, length));
    footer.getRow_groups().forEach(change);
    var end = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, end);
    byte[] size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(end.size()).array();
    return concat(
        Arrays.copyOf(parquet, begin),
        end.toByteArray(),
        size,
        "PAR1".getBytes(StandardCharsets.UTF_8));
  }

  private interface Packing {
    OutputStream into(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] plain, Packing packing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.into(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("march/news.jsonl"));
      zip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] whole, Random random) {
    byte[] bytes =
        random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
    for (int i = 0; i < random.nextInt(4) && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** The exit code of a run that reads this; 0 also where all of the file is one bad record. */
  private static int code(String name, byte[] bytes, Path folder, SparkSession spark) {
    new Corpus(folder).file(name, bytes);
    try {
      List<Row> rows = read(folder, spark);
      List<String> bodies =
          rows.stream()
              .filter(row -> row.getAs("reason") == null)
              .map(row -> row.<String>getAs("body"))
              .toList();
      // Nothing in a Parquet file says that a text in it is as it was.
      boolean all =
          name.endsWith(".parquet")
              ? rows.size() == RECORDS
              : bodies.equals(IntStream.range(0, RECORDS).mapToObj(i -> mark(i)).toList());
      assertThat(all || bodies.isEmpty() && rows.size() == 1).as("%s: %s", name, rows).isTrue();
      return 0;
    } catch (Exception e) {
      return ExitCode.userError(e)
          .map(known -> known.code().code())
          .orElseThrow(() -> new AssertionError(name, e));
    }
  }

  private static byte[] parquet(String lines, Path folder, SparkSession spark) throws IOException {
    new Corpus(folder).file("a.jsonl", lines);
    Path written = folder.resolve("parquet");
    spark
        .read()
        .json(folder.resolve("a.jsonl").toString())
        .coalesce(1)
        .write()
        .parquet(written.toString());
    try (Stream<Path> files = Files.list(written)) {
      Path file =
          files
              .filter(path -> path.toString().endsWith(".parquet"))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return Files.readAllBytes(file);
    }
  }
}
