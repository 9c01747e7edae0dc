package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.Corpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFilesTest {
  @TempDir Path folder;

  private static InputFiles list(String... paths) {
    return InputFiles.list(List.of(paths), Optional.empty(), new Configuration());
  }

  @Test
  void tellsFormatsByTheirEndings() {
    new Corpus(folder)
        .file("a.txt", "")
        .file("b.ndjson", "")
        .file("c.JSON.gz", "")
        .file("d.csv.bz2", "")
        .file("e.parquet", "")
        .file("f.md", "");
    InputFiles input = list(folder.toString());
    assertThat(input.files())
        .extracting(InputFiles.InputFile::format)
        .containsExactly(
            ArticleFormat.TEXT,
            ArticleFormat.JSONL,
            ArticleFormat.JSONL,
            ArticleFormat.CSV,
            ArticleFormat.PARQUET);
    assertThat(input.ignored()).isEqualTo(1);
  }

  @Test
  void readsEverythingInTheFormatThatIsAskedFor() {
    new Corpus(folder).file("a.article", "").file("b.md", "");
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()), Optional.of(ArticleFormat.TEXT), new Configuration());
    assertThat(input.paths(ArticleFormat.TEXT)).hasSize(2);
  }

  @Test
  void refusesAPathThatIsNotThere() {
    String path = folder + "/none";
    assertThatThrownBy(() -> list(path))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read %s: no such file or folder. Check the path and its permissions.", path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nwes.csv | ; in file:%s there is news.csv",
        "/2024/news.csv | ; there is no file:%s/2024",
        "/other.json | ''"
      })
  void namesThePathThatWasPerhapsMeant(String path, String help) {
    new Corpus(folder).file("news.csv", "");
    assertThatThrownBy(() -> list(folder + path))
        .hasMessage(
            "Cannot read %s: no such file or folder%s. Check the path and its permissions.",
            folder + path, help.formatted(folder));
  }

  @Test
  void saysWhatToMakeOfFilesThatAreNotRead() {
    new Corpus(folder).file("a.zip", "").file("b.zip", "").file("LICENSE", "");
    assertThatThrownBy(() -> list(folder.toString()))
        .hasMessage(
            "Cannot find articles in %s: none of the 3 files has a known ending (.zip 2, no ending 1). A file .zip is an archive of files (or an Office document): unpack it (or save it as CSV). Name files that end in .txt, .jsonl, .json, .ndjson, .csv, .tsv, .parquet (also .gz or .bz2), or say --format.",
            folder);
    assertThatThrownBy(() -> list(folder + "/a.zip"))
        .hasMessage(
            "Cannot read file:%s/a.zip: it is an archive of files (or an Office document): unpack it (or save it as CSV).",
            folder);
  }

  @Test
  void aGlobLeavesOutWhatAFolderWouldLeaveOut() {
    new Corpus(folder).file("a.csv", "").file("README.md", "");
    InputFiles input = list(folder + "/*");
    assertThat(input.paths(ArticleFormat.CSV)).hasSize(1);
    assertThat(input.ignored()).isEqualTo(1);
  }

  @Test
  void refusesAnEmptyFolder() {
    assertThatThrownBy(() -> list(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot find articles in %s: there are no files. Name files that end in .txt, .jsonl, .json, .ndjson, .csv, .tsv, .parquet (also .gz or .bz2), or say --format.",
            folder);
  }

  @Test
  void refusesAFileOfUnknownKind() {
    new Corpus(folder).file("news.dat", "");
    assertThatThrownBy(() -> list(folder + "/news.dat"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read file:%s/news.dat: its ending is none of .txt, .jsonl, .json, .ndjson, .csv, .tsv, .parquet. Say what it is with --format.",
            folder);
  }

  @Test
  void hasAFingerprintThatChangesWithAFile() {
    new Corpus(folder).file("a.txt", "one");
    String before = list(folder.toString()).fingerprint();
    assertThat(list(folder.toString()).fingerprint()).isEqualTo(before);
    new Corpus(folder).file("a.txt", "three");
    assertThat(list(folder.toString()).fingerprint()).isNotEqualTo(before);
  }
}
