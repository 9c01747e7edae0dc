package dev.broadsheet.articles.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void readsMarkdownWhereThereIsNothingElseToRead() {
    new Corpus(folder).file("_posts/a.md", "").file("b.markdown", "").file("README.md", "");
    InputFiles input = list(folder.toString());
    assertThat(input.paths(ArticleFormat.MARKDOWN)).hasSize(2);
    assertThat(input.ignored()).isEqualTo(1);
  }

  @Test
  void ofMarkdownAndOtherFilesReadsWhatIsMore() {
    new Corpus(folder).file("a.md", "a page").file("b.md", "a page").file("index.csv", "a,b");
    assertThat(list(folder.toString()).paths(ArticleFormat.MARKDOWN)).hasSize(2);
    assertThat(list(folder.toString()).files()).hasSize(2);
    assertThat(list(folder.toString()).ignored()).isEqualTo(1);
    new Corpus(folder).file("index.csv", "title,body\n".repeat(9));
    assertThat(list(folder.toString()).paths(ArticleFormat.CSV)).hasSize(1);
    assertThat(list(folder.toString()).ignored()).isEqualTo(2);
    assertThat(list(folder + "/index.csv", folder + "/b.md").files()).hasSize(2);
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
  void leavesOutAFolderWhereverItIs() {
    new Corpus(folder).file("a.txt", "").file("out/runs/1/b.txt", "").file("out/runs.txt", "");
    InputFiles all = list(folder + "/out/../");
    InputFiles left = all.outside(folder + "/out/runs", new Configuration());
    assertThat(left.paths(ArticleFormat.TEXT))
        .containsExactly("file:" + folder + "/a.txt", "file:" + folder + "/out/runs.txt");
    assertThat(left.ignored()).isEqualTo(1);
    assertThat(all.outside("unknown://host/out/runs", new Configuration())).isEqualTo(all);
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
    new Corpus(folder).file("a.7z", "").file("b.7z", "").file("LICENSE", "");
    assertThatThrownBy(() -> list(folder.toString()))
        .hasMessage(
            "Cannot find articles in %s: none of the 3 files has a known ending (.7z 2, no ending 1). A file .7z is an archive of files: unpack it, or make it a .zip. Name files that end in .txt, .story, .jsonl, .json, .ndjson, .jl, .jsonlines, .csv, .tsv, .tab, .parquet, .xml, .rss, .atom, .rdf, .md, .markdown, .eml, .mbox, .mbx (also .gz, .bz2, .xz or .zst, or in a .zip), or say --format.",
            folder);
    assertThatThrownBy(() -> list(folder + "/a.7z"))
        .hasMessage(
            "Cannot read file:%s/a.7z: it is an archive of files: unpack it, or make it a .zip.",
            folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export-000 | {\"title\":\"T\"} | jsonl",
        "news.json.bak | [{\"title\":\"T\"}] | jsonl",
        "news.old | title,date,url,body | csv",
        "51060 | Rain in Oslo | text"
      })
  void saysWhatAFileOfAnotherEndingLooksLike(String name, String text, String format) {
    new Corpus(folder).file(name, text);
    String looks = "%s looks like %s: say --format %s.".formatted(name, format, format);
    assertThatThrownBy(() -> list(folder.toString())).hasMessageContaining(looks);
    assertThatThrownBy(() -> list(folder + "/" + name)).hasMessageContaining(looks);
  }

  @ParameterizedTest
  @CsvSource({
    "news/_delta_log/0.json, news, a Delta table",
    "news/.hoodie/hoodie.properties, news, a Hudi table",
    "news/metadata/v1.metadata.json, news, an Iceberg table"
  })
  void refusesTablesWhoseFilesAreNotAllTheirRows(String log, String table, String kind) {
    new Corpus(folder).file("news/data/a.parquet", "").file(log, "");
    assertThatThrownBy(() -> list(folder.toString()))
        .hasMessage(
            "Cannot read file:%s/%s: it is %s, whose folder also keeps rows that were deleted or replaced. Write the rows it has now as Parquet, and name that folder.",
            folder, table, kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "library.bib | a bibliography (BibTeX, EndNote): export titles",
        "talk.srt | subtitles: write the title, date, URL and whole text of each recording",
        "talk.vtt | subtitles: write the title, date, URL and whole text of each recording",
        "page.adoc | a page of markup: write it as Markdown (pandoc -t gfm -s)",
        "mail.pst | of Outlook: export its messages as .eml or .mbox"
      })
  void saysWhatToMakeOfAFileOfAnotherKind(String name, String advice) {
    new Corpus(folder).file(name, "");
    assertThatThrownBy(() -> list(folder + "/" + name)).hasMessageContaining(advice);
    assertThatThrownBy(() -> list(folder.toString())).hasMessageContaining(advice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Message-ID: <1@a.example>\nDate: Tue, 5 Mar 2024 21:40:00 +0000\n\nText\n",
        "Return-Path: <a@b>\nReceived: from a.example\n\tby b.example; Tue, 5 Mar 2024\n\nText\n",
        "From a@b Tue Mar  5 21:40:00 2024\nFrom: a@b\nMIME-Version: 1.0\n\nText\n"
      })
  void knowsAMessageByHowItBegins(String message) {
    new Corpus(folder).file("1709674800.M1P2.host:2,S", message);
    assertThatThrownBy(() -> list(folder.toString()))
        .hasMessageContaining("looks like mail: say --format mail");
  }

  @Test
  void refusesADataSetOfWhichOnlyTheDescriptionCouldBeRead() {
    new Corpus(folder).file("set/data-00000-of-00001.arrow", "").file("set/state.json", "{}");
    assertThatThrownBy(() -> list(folder.toString()))
        .hasMessage(
            "Cannot read file:%s/set: it is a data set that Hugging Face's library saved as Arrow. Write it as Parquet (load_from_disk, then to_parquet), and name that file.",
            folder);
  }

  @Test
  void countsPagesBesideATableWhichMayHaveItsTexts() {
    new Corpus(folder).file("posts.csv", "").file("posts/1.a.html", "").file("posts/2.b.HTM", "");
    assertThat(list(folder.toString())).extracting("ignored", "pages").containsExactly(2L, 2L);
  }

  @Test
  void aGlobLeavesOutWhatAFolderWouldLeaveOut() {
    new Corpus(folder).file("a.csv", "").file("README.md", "");
    InputFiles input = list(folder + "/*");
    assertThat(input.paths(ArticleFormat.CSV)).hasSize(1);
    assertThat(input.ignored()).isEqualTo(1);
  }

  @Test
  void followsSymbolicLinksInCirclesAndToElsewhereOnce(@TempDir Path elsewhere) throws IOException {
    new Corpus(folder).file("a/x.jsonl", "").file("b/y.jsonl", "").file("_old/z.jsonl", "");
    new Corpus(elsewhere).file("more/w.jsonl", "").file("v.jsonl", "");
    Files.createSymbolicLink(folder.resolve("a/to-b"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b/to-a"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("b/round"), folder);
    Files.createSymbolicLink(folder.resolve("a/latest.jsonl"), folder.resolve("a/x.jsonl"));
    Files.createSymbolicLink(folder.resolve("a/more"), elsewhere.resolve("more"));
    Files.createSymbolicLink(folder.resolve("b/more"), elsewhere.resolve("more"));
    Files.createSymbolicLink(folder.resolve("a/v.jsonl"), elsewhere.resolve("v.jsonl"));
    Files.createSymbolicLink(folder.resolve("b/v.jsonl"), elsewhere.resolve("v.jsonl"));
    Files.createSymbolicLink(folder.resolve("a/gone.jsonl"), elsewhere.resolve("gone.jsonl"));
    assertThat(list(folder.toString()).paths(ArticleFormat.JSONL))
        .extracting(path -> path.substring(("file:" + folder).length()))
        .containsExactly("/a/more/w.jsonl", "/a/v.jsonl", "/a/x.jsonl", "/b/y.jsonl");
  }

  @Test
  void refusesANameThatWouldBeLeftOutInSilence() throws Exception {
    String script = "touch \"$0/$(printf 'M\\374ller').jsonl\"";
    new ProcessBuilder("sh", "-c", script, folder.toString()).start().waitFor();
    assertThatThrownBy(() -> list(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ller.jsonl: its name is not in the characters of this process (")
        .hasMessageEndingWith("). Set LC_ALL=C.UTF-8, or rename it.");
  }

  @Test
  void leavesOutAPipeFromWhichNothingMayEverCome() throws Exception {
    new Corpus(folder).file("a.jsonl", "");
    new ProcessBuilder("mkfifo", folder.resolve("pipe.jsonl").toString()).start().waitFor();
    InputFiles input = list(folder.toString());
    assertThat(input.paths(ArticleFormat.JSONL)).hasSize(1);
    assertThat(input.ignored()).isEqualTo(1);
  }

  @Test
  void refusesAnEmptyFolder() {
    assertThatThrownBy(() -> list(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot find articles in %s: there are no files. Name files that end in .txt, .story, .jsonl, .json, .ndjson, .jl, .jsonlines, .csv, .tsv, .tab, .parquet, .xml, .rss, .atom, .rdf, .md, .markdown, .eml, .mbox, .mbx (also .gz, .bz2, .xz or .zst, or in a .zip), or say --format.",
            folder);
  }

  @Test
  void aFileThatIsPassedOverForItsNameIsNamedWhereThereIsNoOther() {
    new Corpus(folder).file("_chat.txt", "Text.").file("_SUCCESS", "");
    assertThatThrownBy(() -> list(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            ": there are none but in files and folders whose names begin with _ or ., which are passed over (_chat.txt): name such a one itself.");
    assertThat(list(folder + "/_chat.txt").files()).hasSize(1);
  }

  @Test
  void refusesAFileOfUnknownKind() {
    new Corpus(folder).file("news.dat", "");
    assertThatThrownBy(() -> list(folder + "/news.dat"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read file:%s/news.dat: its ending is none of .txt, .story, .jsonl, .json, .ndjson, .jl, .jsonlines, .csv, .tsv, .tab, .parquet, .xml, .rss, .atom, .rdf, .md, .markdown, .eml, .mbox, .mbx. Say what it is with --format.",
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

  @Test
  void textsAboutTheFilesBesideThemAreNoArticlesUnlessTheyAreNamed() throws IOException {
    for (String name :
        List.of("README.txt", "license-cc.txt", "readme of the town.txt", "news.csv")) {
      Files.writeString(folder.resolve(name), "title,body\nT,B\n");
    }
    Files.writeString(folder.resolve("licensed.txt"), "T\n\nB");
    assertThat(list(folder.toString()).files())
        .extracting(file -> Path.of(file.path()).getFileName().toString())
        .containsExactly("licensed.txt", "news.csv");
    assertThat(list(folder.toString()).ignored()).isEqualTo(3);
    assertThat(list(folder.resolve("README.txt").toString()).files()).hasSize(1);
  }
}
