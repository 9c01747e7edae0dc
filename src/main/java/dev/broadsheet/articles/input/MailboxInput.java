package dev.broadsheet.articles.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The messages of a mailbox (mbox, RFC 4155) one after another, each a stream that ends where the
 * next begins. Nothing of them is kept, so a mailbox and a message may be of any size.
 */
public final class MailboxInput implements Closeable {
  /** Lines are looked at in pieces of so many bytes at most; a longer one is no envelope. */
  private static final int PIECE = 8192;

  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final byte[] block = new byte[1 << 16];
  private final byte[] piece = new byte[PIECE];
  private int blockAt;
  private int blockEnd;
  private int pieceAt;
  private int pieceEnd;
  private boolean pieceEndsLine = true;
  private boolean atEnvelope;
  private boolean begun;
  private String envelope = "";

  /** Opens a mailbox, which is closed with this. */
  public MailboxInput(InputStream in) throws IOException {
    this.in = in;
    advance();
  }

  /** Goes to the next message; false if there is none. What is left of this one is passed over. */
  public boolean next() throws IOException {
    while (!atEnvelope && pieceEnd > 0 && (begun || line().isEmpty())) {
      advance();
    }
    begun = true;
    envelope = atEnvelope ? line() : "";
    boolean more = pieceEnd > 0;
    if (atEnvelope) {
      advance();
    }
    return more;
  }

  /** The line before the message, which has the time it came; empty if there is none. */
  public String envelope() {
    return envelope;
  }

  /** The message itself, to be read before {@link #next} is asked again. */
  public InputStream message() {
    return new Message();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Takes the next line, or as much of it as is looked at. */
  private void advance() throws IOException {
    boolean beginsLine = pieceEndsLine;
    pieceAt = 0;
    pieceEnd = 0;
    pieceEndsLine = false;
    while (pieceEnd < PIECE && !pieceEndsLine && isThereMore()) {
      byte next = block[blockAt++];
      piece[pieceEnd++] = next;
      pieceEndsLine = next == '\n';
    }
    atEnvelope = beginsLine && isFrom(0) && Mailbox.isEnvelope(line());
    if (beginsLine && isQuotedFrom()) {
      pieceAt = 1;
    }
  }

  private boolean isThereMore() throws IOException {
    if (blockAt == blockEnd) {
      blockAt = 0;
      blockEnd = Math.max(0, in.read(block));
    }
    return blockEnd > 0;
  }

  private String line() {
    return new String(piece, 0, pieceEnd, StandardCharsets.ISO_8859_1).strip();
  }

  private boolean isFrom(int at) {
    for (int i = 0; i < FROM.length; i++) {
      if (at + i >= pieceEnd || piece[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  /** What would be an envelope is quoted once more than it was. */
  private boolean isQuotedFrom() {
    int at = 0;
    while (at < pieceEnd && piece[at] == '>') {
      at++;
    }
    return at > 0 && isFrom(at);
  }

  private final class Message extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (pieceAt == pieceEnd && !atEnvelope && pieceEnd > 0) {
        advance();
      }
      if (atEnvelope || pieceEnd == 0) {
        return -1;
      }
      int some = Math.min(length, pieceEnd - pieceAt);
      System.arraycopy(piece, pieceAt, into, offset, some);
      pieceAt += some;
      return some;
    }
  }
}
