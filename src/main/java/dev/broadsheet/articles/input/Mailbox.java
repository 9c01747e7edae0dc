package dev.broadsheet.articles.input;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Mail (RFC 5322) by how it begins, and mailboxes (mbox, RFC 4155): messages one after another,
 * each behind a line with its sender.
 */
public final class Mailbox {
  public static final String ADVICE =
      "a mailbox of many messages: give it the ending .mbox (or, if all files are mail, say --format mail)";

  /** Of a text whose letters are encoded, or in parts. */
  public static final String PARTS =
      "a message whose text is encoded: give it the ending .eml (or, if all files are mail, say --format mail)";

  /** Who sent it, perhaps nobody, perhaps made unreadable for robots. */
  private static final String SENDER = "From \\S*(?: at \\S+)?\\s+";

  /** A day and a time, as programs write them: a sentence has neither there. */
  private static final Pattern ENVELOPE =
      Pattern.compile(
          SENDER
              + "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?=.*\\b\\d{4}\\b)|\\d{4}-\\d\\d-\\d\\d[ T])"
              + ".{0,20}\\d{1,2}:\\d\\d.{0,80}");

  /** What only programs for mail write, among fields. */
  private static final Pattern FIELDS =
      Pattern.compile(
          "(?is)(?:From \\S+ [^\n]*\n)?(?:[\\w-]+:[^\n]*\n(?:[ \\t][^\n]*\n)*){0,50}?"
              + "(?:message-id|received|mime-version|return-path): .*");

  private Mailbox() {}

  /** Whether a text begins as a message does. */
  public static boolean isMessage(String start) {
    return FIELDS.matcher(start).matches();
  }

  /** Whether a line stands before a message. */
  public static boolean isEnvelope(String line) {
    return ENVELOPE.matcher(line).matches();
  }

  /** The time in a line before a message. */
  public static String withoutSender(String envelope) {
    return envelope.replaceFirst("^" + SENDER, "");
  }

  /** Whether lines are several messages. */
  public static boolean isIn(List<String> lines) {
    return !lines.isEmpty()
        && isEnvelope(lines.get(0))
        && lines.stream().filter(Mailbox::isEnvelope).limit(2).count() == 2;
  }
}
