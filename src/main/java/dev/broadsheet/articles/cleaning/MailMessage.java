package dev.broadsheet.articles.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people wrote in a message of mail or Usenet, without what programs put around it: the header
 * (RFC 5322 and 5536) and those of messages that were passed on, the line that says whom the next
 * lines quote, the marks of quotation, and signatures below {@code -- } (RFC 3676). Subject,
 * summary and keywords of the header are text, unless the title says the same. Quotations stay: a
 * reply is about them.
 */
public final class MailMessage {
  private static final Set<String> FIELDS =
      Set.of(
          ("from sender reply-to to cc bcc message-id in-reply-to references subject comments keywords"
                  + " summary date sent return-path received newsgroups path organization organisation"
                  + " lines distribution followup-to expires control approved supersedes originator xref"
                  + " article-i.d. nntp-posting-host nntp-posting-user nntp-posting-date user-agent"
                  + " mime-version content-type content-transfer-encoding content-disposition delivered-to"
                  + " errors-to precedence importance priority status")
              .split(" "));

  /** The four fields of a message that was passed on, as programs of other languages call them. */
  private static final Set<String> PASSED_ON =
      Set.of(
          ("von gesendet an betreff datum de envoyé à objet date da inviato a oggetto data enviado para"
                  + " asunto assunto fecha od wysłano do temat van verzonden aan onderwerp")
              .split(" "));

  /** What such a message is about, by its own word. */
  private static final Set<String> ABOUT = Set.of("subject", "summary", "keywords");

  private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}\\d.-]{0,39}):(?:\\s+(.*))?");
  private static final Pattern ENVELOPE = Pattern.compile("From \\S+.* \\d\\d:\\d\\d:\\d\\d .*");
  private static final Pattern QUOTED = Pattern.compile("^(?:[ \\t]{0,2}>)+[ \\t]?");
  private static final Pattern WHEN_OR_WHO =
      Pattern.compile("[@<]|\\d{1,2}:\\d\\d|\\b(?:19|20)\\d\\d\\b");
  private static final Pattern REPLY = Pattern.compile("(?i)^(?:re|fwd?|aw|wg|tr|rif)\\s*:\\s*");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");

  /** So many lines a signature has at most, and so long they are. */
  private static final int SIGNATURE_LINES = 10;

  private static final int SIGNATURE_WIDTH = 100;

  /** "Jane Doe wrote:" has so few words; a sentence before a quotation has more. */
  private static final int SAYS_WHO = 6;

  private static final int SAYS_WHO_LINES = 3;

  /** So many fields of a header are no chance: at the start, and elsewhere. */
  private static final int FIELDS_AT_START = 2;

  private static final int FIELDS_ELSEWHERE = 3;

  /** A line, the number of marks of quotation before it, and whether it is text. */
  private static final class Line {
    private final String text;
    private final int depth;
    private boolean kept = true;

    Line(String written) {
      Matcher quoted = QUOTED.matcher(written);
      boolean isQuoted = quoted.find();
      depth = isQuoted ? (int) quoted.group().chars().filter(c -> c == '>').count() : 0;
      text = isQuoted ? written.substring(quoted.end()) : written;
    }
  }

  private final List<Line> lines;

  private MailMessage(String body) {
    lines = LINE_END.splitAsStream(body).map(Line::new).collect(Collectors.toList());
  }

  /** The body without such things; the body itself where it has none, or nothing else. */
  public static String textOf(String title, String body) {
    if (!mayBeMail(body)) {
      return body;
    }
    var message = new MailMessage(body);
    List<String> about = message.cutHeader(title);
    message.cutHeadersPassedOn();
    message.cutWhoIsQuoted();
    message.cutSignatures();
    boolean changed = message.lines.stream().anyMatch(line -> !line.kept || line.depth > 0);
    if (!changed) {
      return body;
    }
    String text =
        Stream.concat(
                about.stream(),
                message.lines.stream().filter(line -> line.kept).map(line -> line.text))
            .collect(Collectors.joining("\n"))
            .strip();
    return text.isEmpty() ? body : text;
  }

  private static boolean mayBeMail(String body) {
    int end = body.indexOf('\n');
    return end >= 0
        && (body.startsWith(">")
            || body.startsWith("From ")
            || body.contains("\n>")
            || body.contains("\n >")
            || body.contains("\n--")
            || body.lastIndexOf(':', end) >= 0
                && FIELD.matcher(body.substring(0, end).strip()).matches());
  }

  /** Fields and the lines they are continued on, up to an empty line. */
  private List<String> cutHeader(String title) {
    int from = ENVELOPE.matcher(lines.get(0).text).matches() ? 1 : 0;
    List<String> about = new ArrayList<>();
    int known = 0;
    int end = from;
    boolean aboutGoesOn = false;
    for (; end < lines.size() && !lines.get(end).text.isBlank(); end++) {
      String line = lines.get(end).text;
      boolean continued = end > from && Character.isWhitespace(line.charAt(0));
      Matcher field = FIELD.matcher(line);
      if (!continued && !field.matches()) {
        return List.of();
      }
      if (continued) {
        if (aboutGoesOn) {
          about.add(line.strip());
        }
        continue;
      }
      String name = field.group(1).toLowerCase(Locale.ROOT);
      known += isField(name) ? 1 : 0;
      aboutGoesOn = ABOUT.contains(name) && field.group(2) != null && !says(title, field.group(2));
      if (aboutGoesOn) {
        about.add(field.group(2).strip());
      }
    }
    if (known < FIELDS_AT_START) {
      return List.of();
    }
    cut(0, end);
    return about;
  }

  private static boolean says(String title, String subject) {
    return bare(title).startsWith(bare(subject)) || bare(subject).startsWith(bare(title));
  }

  private static String bare(String title) {
    return REPLY.matcher(title.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  private static boolean isField(String name) {
    return FIELDS.contains(name) || name.startsWith("x-") || name.startsWith("list-");
  }

  private void cutHeadersPassedOn() {
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i < lines.size() && isPassedOn(lines.get(i))) {
        continue;
      }
      if (i - start >= FIELDS_ELSEWHERE) {
        boolean announced = start > 0 && lines.get(start - 1).text.startsWith("--");
        cut(announced ? start - 1 : start, i);
      }
      start = i + 1;
    }
  }

  private static boolean isPassedOn(Line line) {
    Matcher field = FIELD.matcher(line.text.strip());
    if (!line.kept || !field.matches()) {
      return false;
    }
    String name = field.group(1).toLowerCase(Locale.ROOT);
    return isField(name) || PASSED_ON.contains(name);
  }

  private void cutWhoIsQuoted() {
    for (int i = 1; i < lines.size(); i++) {
      int last = lines.get(i - 1).text.isBlank() && i > 1 ? i - 2 : i - 1;
      int depth = lines.get(last).depth;
      boolean introduces =
          lines.get(last).kept && lines.get(last).text.stripTrailing().endsWith(":");
      if (lines.get(i).depth <= depth || !introduces) {
        continue;
      }
      int first = last;
      while (first > 0
          && lines.get(first - 1).depth == depth
          && lines.get(first - 1).kept
          && !lines.get(first - 1).text.isBlank()) {
        first--;
      }
      String paragraph =
          lines.subList(first, last + 1).stream()
              .map(line -> line.text)
              .collect(Collectors.joining(" "));
      boolean saysWho =
          paragraph.strip().split("\\s+").length <= SAYS_WHO
              || last - first < SAYS_WHO_LINES && WHEN_OR_WHO.matcher(paragraph).find();
      if (saysWho) {
        cut(first, last + 1);
      }
    }
  }

  /** A signature goes to the end of the message, or of what is quoted of it. */
  private void cutSignatures() {
    int end = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (i + 1 < lines.size() && lines.get(i + 1).depth != line.depth) {
        end = line.depth > lines.get(i + 1).depth ? i + 1 : -1;
      }
      if (line.kept
          && line.text.stripTrailing().equals("--")
          && end > i
          && isSignature(i + 1, end)) {
        cut(i, end);
        end = i;
      }
    }
  }

  private boolean isSignature(int from, int end) {
    return end - from <= SIGNATURE_LINES
        && lines.subList(from, end).stream()
            .allMatch(line -> line.text.length() <= SIGNATURE_WIDTH);
  }

  private void cut(int from, int end) {
    lines.subList(from, end).forEach(line -> line.kept = false);
  }
}
