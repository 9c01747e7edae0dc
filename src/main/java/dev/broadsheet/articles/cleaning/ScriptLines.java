package dev.broadsheet.articles.cleaning;

import java.util.regex.Pattern;

/**
 * Lines that are CSS, JavaScript or an unfilled template, which nobody would write in an article.
 */
final class ScriptLines {
  /** {@code .logo{display: block;width: 330px;}} */
  private static final String STYLE =
      "[.#@*\\w][\\w\\s.#:,>*()\\[\\]=\"'+~@-]*\\{(?:\\s*|[^{}:]*:[^{}]*)\\}?";

  /** {@code var x = 1;}, {@code window.dataLayer = …}, {@code gtag("config");} */
  private static final String SCRIPT =
      "(?:var|let|const)\\s+[\\w$]+\\s*(?:=.*|;)"
          + "|(?:window|document|jQuery)[.(\\[][\\w'\"(].*[;{},)]"
          + "|\\$(?:\\.\\w+)?\\(.*"
          + "|[\\w$.]+\\s*=\\s*[^=\\s].*;"
          + "|[\\w$.]+\\([^()]*\\)\\s*;"
          + "|(?:async\\s+)?function\\s*[\\w$]*\\s*\\([^()]*\\)\\s*\\{.*"
          + "|(?:if|for|while)\\s*\\(.*\\)\\s*\\{?.*[;{}]"
          + "|\\(function\\b.*"
          + "|[{}()\\[\\];,\\s]*[{};][{}()\\[\\];,\\s]*";

  /** {@code {"idVideo": null}} */
  private static final String DATA = "\\{\\s*\"\\w+\"\\s*:.*\\}\\s*[;,]?";

  /** {@code <%= comment.actions.love %>}, {@code {{ title }}} */
  private static final String TEMPLATE = ".{0,80}(?:<%.{0,80}%>|\\{\\{.{0,80}\\}\\}).{0,80}";

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:" + String.join("|", STYLE, SCRIPT, DATA, TEMPLATE) + ")\\s*");

  private static final Pattern DECLARATION = Pattern.compile("\\s*[\\w-]+\\s*:\\s*[^;]+;\\s*");

  /** Longer lines are not looked at: expressions on them would take long. */
  private static final int LONGEST = 2000;

  private ScriptLines() {}

  /** The text without such lines; the text itself where there are none. */
  static String without(String text) {
    if (text.indexOf('{') < 0
        && text.indexOf("%>") < 0
        && text.indexOf("var ") < 0
        && text.indexOf(");") < 0) {
      return text;
    }
    var kept = new StringBuilder();
    boolean open = false;
    boolean cut = false;
    for (String line : text.split("\n", -1)) {
      boolean script = isScript(line) || (open && DECLARATION.matcher(line).matches());
      open = script && (open || line.indexOf('{') >= 0) && line.indexOf('}') < 0;
      cut |= script;
      if (!script) {
        kept.append(line).append('\n');
      }
    }
    return cut ? kept.toString().strip() : text;
  }

  private static boolean isScript(String line) {
    return line.length() <= LONGEST && !line.isBlank() && LINE.matcher(line).matches();
  }
}
