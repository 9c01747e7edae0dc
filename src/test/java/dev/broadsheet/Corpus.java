package dev.broadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Article files in a folder, for tests. */
public record Corpus(Path folder) {

  /** Writes a file of bytes. */
  public Corpus file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of text; a name that ends in .gz is compressed. */
  public Corpus file(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return file(name, name.endsWith(".gz") ? gzip(bytes) : bytes);
  }

  /** Writes an article in the four-line format. */
  public Corpus article(String name, String title, String date, String url, String body) {
    return file(name, String.join("\n", title, date, url, body, ""));
  }

  /** Eight articles of a day each, by turns of a flood and of a bank. */
  public static Corpus ofFloodsAndBanks(Path folder) {
    var corpus = new Corpus(folder);
    for (int i = 0; i < 8; i++) {
      boolean flood = i % 2 == 0;
      corpus.article(
          i + ".txt",
          flood ? "Flood" : "Bank",
          "2022010" + (1 + i),
          "https://a.example/" + i,
          (flood ? "The river rose over bridge and levee " : "The bank sold shares to lender ")
              + i);
    }
    return corpus;
  }

  public static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public String path() {
    return folder.toString();
  }
}
