package dev.broadsheet.articles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one way to write a web address: scheme and host in lower case, no default port, no user, no
 * parameters that only track the reader, and no fragment but one that routes ({@code #!} or {@code
 * #/}). An address without a scheme is taken for https. What is in path and query is kept as it is.
 */
final class CanonicalUrl {
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(https?)://(?:[^/?#@\\s]*@)?([\\p{L}\\p{N}._~-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?"
              + "(/[^?#]*)?(?:\\?([^#]*))?(?:#(.*))?");
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile(
          "(?i)(?://)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?::[0-9]{1,5})?(?:[/?#].*)?)");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi)(=.*)?");

  private CanonicalUrl() {}

  /** An address with its scheme, which is https where it has none; other texts as they are. */
  static String withScheme(String url) {
    if (url == null || url.startsWith("http")) {
      return url;
    }
    Matcher bare = WITHOUT_SCHEME.matcher(url.strip());
    return bare.matches() ? "https://" + bare.group(1) : url;
  }

  /** The canonical form; empty for null and for what is no http or https URL. */
  static Optional<String> of(String url) {
    if (url == null) {
      return Optional.empty();
    }
    Matcher parts = URL.matcher(withScheme(url).strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    String standard = scheme.equals("http") ? "80" : "443";
    String port =
        parts.group(3) == null || parts.group(3).equals(standard) ? "" : ":" + parts.group(3);
    String path = parts.group(4) == null ? "/" : parts.group(4);
    return Optional.of(
        scheme + "://" + host + port + path + query(parts.group(5)) + route(parts.group(6)));
  }

  private static String route(String fragment) {
    return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/"))
        ? "#" + fragment
        : "";
  }

  private static String query(String query) {
    if (query == null) {
      return "";
    }
    String kept =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
