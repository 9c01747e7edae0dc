package dev.broadsheet.articles.input;

import java.util.List;
import java.util.regex.Pattern;

/** Mailboxes (mbox, RFC 4155): messages one after another, each behind a line with its sender. */
public final class Mailbox {
  public static final String ADVICE =
      "a mailbox of many messages: write each into a file of its own (formail -s, or Python's mailbox)";

  private static final Pattern ENVELOPE =
      Pattern.compile("From \\S+ .*\\d{1,2}:\\d\\d(?::\\d\\d)? .*\\d{4}.*");

  private Mailbox() {}

  /** Whether a line stands before a message. */
  public static boolean isEnvelope(String line) {
    return ENVELOPE.matcher(line).matches();
  }

  /** Whether lines are several messages. */
  public static boolean isIn(List<String> lines) {
    return !lines.isEmpty()
        && isEnvelope(lines.get(0))
        && lines.stream().filter(Mailbox::isEnvelope).limit(2).count() == 2;
  }
}
