package dev.broadsheet.articles.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A file's bytes: unpacked, and in UTF-8 whatever encoding a byte order mark or the user names. The
 * first of them are kept, so that one may look at them and a small file is opened once.
 */
public final class FileBytes {
  private static final int HEAD = 256 << 10;
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final Configuration hadoop;
  private final Optional<Packing> packing;
  private final Optional<Charset> encoding;
  private final byte[] head;
  private final Optional<BytesRead> counter;

  /**
   * A file.
   *
   * @param named the encoding that the user names; a byte order mark wins over it
   */
  public FileBytes(String path, Configuration hadoop, Optional<String> named) throws IOException {
    this(path, hadoop, named, Optional.empty());
  }

  /** The same, where it is counted what is read. */
  public FileBytes(
      String path, Configuration hadoop, Optional<String> named, Optional<BytesRead> counter)
      throws IOException {
    this.counter = counter;
    this.path = new Path(path);
    this.hadoop = hadoop;
    this.packing = Packing.of(this.path, hadoop);
    byte[] start;
    try (InputStream in = unpacked(PlainFiles.open(this.path, hadoop))) {
      start = in.readNBytes(HEAD);
    }
    this.encoding =
        Utf8.marked(start)
            .or(() -> named.map(Charset::forName))
            .filter(charset -> !charset.equals(StandardCharsets.UTF_8));
    this.head = encoding.isEmpty() ? start : inUtf8();
  }

  private byte[] inUtf8() throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(HEAD);
    }
  }

  /** The name of the encoding, if it is not UTF-8. */
  public Optional<String> encoding() {
    return encoding.map(Charset::name);
  }

  /** The first 256 KiB. */
  public byte[] head() {
    return head;
  }

  /** What the file is, if it is none of texts. */
  public Optional<OtherFormat> other() {
    return OtherFormat.ofBytes(head);
  }

  /** Whether the head is all. */
  public boolean isComplete() {
    return head.length < HEAD;
  }

  /** Whether places in the file are places in its bytes. */
  public boolean isPlain() {
    return packing.isEmpty() && encoding.isEmpty() && !ZipFiles.isInside(path);
  }

  /** The bytes from a place on. */
  public InputStream openAt(long offset) throws IOException {
    if (isComplete()) {
      int from = (int) Math.min(offset, head.length);
      return new ByteArrayInputStream(head, from, head.length - from);
    }
    if (isPlain()) {
      FSDataInputStream in = PlainFiles.of(path, hadoop).open(path);
      in.seek(offset);
      return new BufferedInputStream(counted(in), BUFFER);
    }
    InputStream in = new BufferedInputStream(open(), BUFFER);
    in.skipNBytes(offset);
    return in;
  }

  private InputStream open() throws IOException {
    InputStream in = unpacked(PlainFiles.of(path, hadoop).open(path));
    return encoding.isEmpty()
        ? in
        : ReaderInputStream.builder()
            .setReader(new InputStreamReader(in, encoding.get()))
            .setCharset(StandardCharsets.UTF_8)
            .get();
  }

  private InputStream unpacked(InputStream packed) throws IOException {
    InputStream in = counted(packed);
    return packing.isPresent() ? packing.get().unpacked(in) : in;
  }

  private InputStream counted(InputStream in) {
    return counter.map(c -> c.counting(in)).orElse(in);
  }
}
