package dev.broadsheet.articles.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@SparkTest
class ZipFilesTest {
  private static final String RECORD = "{\"title\":\"T %d\",\"body\":\"The river rose.\"}\n";
  private static final int CENTRAL_FLAGS = 8;
  private static final int CENTRAL_METHOD = 10;
  private static final int CENTRAL_PACKED = 20;

  @TempDir Path folder;
  private SparkSession spark;

  @BeforeEach
  void takeSession(SparkSession session) {
    spark = session;
  }

  private InputFiles list(String path) {
    return InputFiles.list(
        List.of(path), Optional.empty(), spark.sparkContext().hadoopConfiguration());
  }

  private List<String> read(String path) {
    return ArticleReader.read(spark, list(path), 1 << 20).collectAsList().stream()
        .map(ZipFilesTest::told)
        .sorted()
        .toList();
  }

  private static String told(Row row) {
    return Stream.of("input_file", "record", "title", "published", "reason")
        .map(column -> String.valueOf(row.<Object>getAs(column)))
        .collect(Collectors.joining("|"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        if (file.getKey().startsWith("stored")) {
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          var crc = new CRC32();
          crc.update(file.getValue());
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private byte[] parquet() throws IOException {
    String to = folder.resolve("parquet").toString();
    spark.sql("select 'P' title, 'The river fell.' body").coalesce(1).write().parquet(to);
    try (Stream<Path> files = Files.list(Path.of(to))) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.readAllBytes(file);
    }
  }

  @Test
  void aZipIsReadAsAFolderOfItsFiles() throws IOException {
    String lines =
        IntStream.range(0, 9000).mapToObj(RECORD::formatted).collect(Collectors.joining());
    var files = new TreeMap<String, byte[]>();
    files.put("2024/03/05/é a.json", bytes(RECORD.formatted(1)));
    files.put("2024/03/06/b.csv", bytes("title,body\nC,The river rose.\n"));
    files.put("__MACOSX/2024/._b.csv", bytes("no"));
    files.put("c.parquet", parquet());
    files.put("d.jsonl.gz", Corpus.gzip(bytes(RECORD.formatted(4))));
    files.put("photo.jpg", bytes("no"));
    files.put("README.txt", bytes("no"));
    files.put("stored.txt", bytes("S\n20240307\n\nThe river rose."));
    files.put("large.jsonl", bytes(lines));
    var corpus = new Corpus(folder).file("news/all.ZIP", zip(files));
    String zip = "file:" + folder + "/news/all.ZIP!/";

    InputFiles input = list(corpus.path() + "/news");
    assertThat(input.ignored()).isEqualTo(2);
    assertThat(input.files()).hasSize(6);
    assertThat(input.bytes())
        .isEqualTo(
            files.entrySet().stream()
                .filter(f -> !f.getKey().matches("photo.*|README.*|__.*"))
                .mapToLong(f -> f.getValue().length)
                .sum());
    List<String> rows = read(corpus.path() + "/news/all.ZIP");
    assertThat(rows)
        .filteredOn(row -> !row.contains("large"))
        .containsExactly(
            zip + "2024/03/05/é a.json|1|T 1|2024-03-05|null",
            zip + "2024/03/06/b.csv|1|C|2024-03-06|null",
            zip + "c.parquet|1|P|null|null",
            zip + "d.jsonl.gz|1|T 4|null|null",
            zip + "stored.txt|1|S|2024-03-07|null");
    assertThat(rows).hasSize(9005).contains(zip + "large.jsonl|9000|T 8999|null|null");

    String before = input.fingerprint();
    assertThat(list(corpus.path() + "/news").fingerprint()).isEqualTo(before);
    files.remove("c.parquet");
    corpus.file("news/all.ZIP", zip(files));
    assertThat(list(corpus.path() + "/news").fingerprint()).isNotEqualTo(before);
    assertThat(read(corpus.path() + "/news/*.ZIP")).hasSize(9004);
  }

  @Test
  void filesOfXzAndZstdAreUnpacked() throws IOException {
    byte[] record = bytes(RECORD.formatted(1));
    var xz = new ByteArrayOutputStream();
    for (int part = 0; part < 2; part++) {
      try (var packed = new XZOutputStream(xz, new LZMA2Options(LZMA2Options.PRESET_MAX))) {
        packed.write(record);
      }
    }
    byte[] frame = Zstd.compress(record);
    byte[] frames = Arrays.copyOf(frame, 2 * frame.length);
    System.arraycopy(frame, 0, frames, frame.length, frame.length);
    var corpus =
        new Corpus(folder)
            .file("a.jsonl.xz", xz.toByteArray())
            .file("b.jsonl.zst", frames)
            .file("c.csv.zst", Zstd.compress(bytes("title,body\nC,The river rose.\n")));
    String at = "file:" + folder;
    assertThat(read(corpus.path()))
        .containsExactly(
            at + "/a.jsonl.xz|1|T 1|null|null",
            at + "/a.jsonl.xz|2|T 1|null|null",
            at + "/b.jsonl.zst|1|T 1|null|null",
            at + "/b.jsonl.zst|2|T 1|null|null",
            at + "/c.csv.zst|1|C|null|null");
    corpus.file("d.jsonl.xz", Arrays.copyOf(xz.toByteArray(), xz.size() / 4));
    assertThatThrownBy(() -> read(folder + "/d.jsonl.xz"))
        .hasStackTraceContaining("Cannot read %s/d.jsonl.xz: it ends too early.".formatted(at));
  }

  @Test
  void whatCannotBeReadInAZipIsRefusedByName() {
    byte[] good = zip(Map.of("a.json", bytes(RECORD.formatted(1).repeat(50))));
    int directory = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    String none = ": Archive is not a ZIP archive. Repair or remove the file.";
    refuses("it is broken", Arrays.copyOf(good, good.length - 9), none);
    refuses("it is empty", new byte[0], none);
    refuses(
        "it is encrypted",
        with(good, directory + CENTRAL_FLAGS, 1),
        ": a.json in it is encrypted. Unpack it with its password.");
    refuses(
        "its method is not known",
        with(good, directory + CENTRAL_METHOD, 14),
        ": a.json in it is packed by LZMA. Unpack it, or pack it anew with deflate.");
    refuses(
        "its files overlap",
        with(good, directory + CENTRAL_PACKED + 2, 1),
        ": its files lie upon each other. Repair or remove the file.");
    refuses(
        "it leads out of the folder",
        zip(Map.of("../a.json", bytes(RECORD))),
        ": ../a.json leads out of it. Unpack it.");
    byte[] twice = zip(new TreeMap<>(Map.of("a.json", bytes("{}"), "b.json", bytes("{}"))));
    String names = new String(twice, StandardCharsets.ISO_8859_1).replace("b.json", "a.json");
    refuses(
        "it has two files of one name",
        names.getBytes(StandardCharsets.ISO_8859_1),
        ": it has two files of the name a.json. Unpack it.");
  }

  @Test
  void aZipInAZipIsNotReadAndSaysWhatToDo() {
    new Corpus(folder).file("outer.zip", zip(Map.of("inner.zip", zip(Map.of()))));
    assertThatThrownBy(() -> list(folder + "/outer.zip"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("A file .zip is an archive in an archive: unpack the outer one.");
  }

  private void refuses(String what, byte[] zip, String why) {
    new Corpus(folder).file("x/bad.zip", zip);
    assertThatThrownBy(() -> list(folder + "/x"))
        .as(what)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read file:%s/x/bad.zip: ".formatted(folder))
        .hasMessageEndingWith(why);
  }

  private static byte[] with(byte[] zip, int place, int value) {
    byte[] changed = zip.clone();
    changed[place] = (byte) value;
    return changed;
  }

  @Test
  void aZipWhoseBytesAreDamagedEndsTheReadingByItsName() {
    byte[] zip = zip(Map.of("stored.jsonl", bytes(RECORD.formatted(1))));
    int place = new String(zip, StandardCharsets.ISO_8859_1).indexOf("river");
    new Corpus(folder).file("bad.zip", with(zip, place, 'R'));
    assertThatThrownBy(() -> read(folder + "/bad.zip"))
        .hasStackTraceContaining(
            "Cannot read file:%s/bad.zip!/stored.jsonl: the archive is broken: a checksum is wrong. Repair or remove the file."
                .formatted(folder));
  }
}
