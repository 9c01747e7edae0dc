package dev.broadsheet.articles.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of one file in a zip archive. Forward it skips; backward it begins anew, and only when
 * it is read. What was read from its start to its end is compared with its checksum.
 */
final class ZippedInput extends FSInputStream {
  private static final int LOCAL_HEADER = 30;
  private static final int LENGTH_OF_NAME = 26;
  private static final int BUFFER = 1 << 14;

  private final FileSystem fs;
  private final Path archive;
  private final ZipDirectory.File file;
  private CheckedInputStream in;
  private Inflater inflater;
  private long at;
  private long wanted;
  private boolean skipped;

  ZippedInput(FileSystem fs, Path archive, ZipDirectory.File file) throws IOException {
    this.fs = fs;
    this.archive = archive;
    this.file = file;
    begin();
  }

  private void begin() throws IOException {
    end();
    FSDataInputStream packed = fs.open(archive);
    packed.seek(file.header());
    byte[] header = packed.readNBytes(LOCAL_HEADER);
    if (header.length < LOCAL_HEADER || header[0] != 'P' || header[1] != 'K') {
      packed.close();
      throw new IOException("the archive is broken where it should begin");
    }
    packed.skipNBytes(
        unsignedShort(header, LENGTH_OF_NAME) + unsignedShort(header, LENGTH_OF_NAME + 2));
    InputStream bytes =
        BoundedInputStream.builder().setInputStream(packed).setMaxCount(file.packed()).get();
    if (!file.stored()) {
      inflater = new Inflater(true);
      bytes = new InflaterInputStream(bytes, inflater, BUFFER);
    }
    in = new CheckedInputStream(bytes, new CRC32());
    at = 0;
    skipped = false;
  }

  private static int unsignedShort(byte[] bytes, int place) {
    return (bytes[place] & 0xFF) | (bytes[place + 1] & 0xFF) << 8;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (wanted != at) {
      moveToWanted();
    }
    int read = in.read(into, offset, length);
    if (read < 0) {
      check();
      return read;
    }
    at += read;
    wanted = at;
    return read;
  }

  private void moveToWanted() throws IOException {
    long goal = wanted;
    if (goal < at) {
      begin();
    }
    in.skipNBytes(goal - at);
    at = goal;
    skipped = true;
  }

  private void check() throws IOException {
    if (!skipped && in.getChecksum().getValue() != file.crc()) {
      throw new IOException("the archive is broken: a checksum is wrong");
    }
  }

  @Override
  public void seek(long place) throws IOException {
    if (place < 0) {
      throw new EOFException("there is no place %d".formatted(place));
    }
    wanted = place;
  }

  /** Without going back at once, as what is read next is mostly behind this. */
  @Override
  public int read(long place, byte[] into, int offset, int length) throws IOException {
    long before = wanted;
    seek(place);
    try {
      return read(into, offset, length);
    } finally {
      wanted = before;
    }
  }

  @Override
  public long getPos() {
    return wanted;
  }

  @Override
  public boolean seekToNewSource(long place) {
    return false;
  }

  @Override
  public void close() throws IOException {
    end();
    super.close();
  }

  private void end() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
    if (inflater != null) {
      inflater.end();
      inflater = null;
    }
  }
}
