package dev.broadsheet.articles.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one way to write a web address: scheme and host in lower case, no default port, no user, no
 * parameters that only track the reader, no mark of an accelerated page (AMP), and no fragment but
 * one that routes ({@code #!} or {@code #/}). An address without a scheme is taken for https. What
 * else is in path and query is kept as it is.
 */
public final class CanonicalUrl {
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(https?)://(?:[^/?#@\\s]*@)?([\\p{L}\\p{N}._~-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?"
              + "(/[^?#]*)?(?:\\?([^#]*))?(?:#(.*))?");
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile(
          "(?i)(?://)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?::[0-9]{1,5})?(?:[/?#].*)?)");

  /**
   * Parameters that say how a reader came, of campaigns, mails, feeds, social networks and shops.
   */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?:(?:utm|ga|mtm|pk|piwik|matomo|hsa|itm|at)_[a-z_]+|ns_(?:mchannel|source|campaign|linkname|fee)"
              + "|(?:fb|g|d|tw|ttc|ys|rb_)clid|gclsrc|gbraid|wbraid|msclkid|yclid|igshid|igsh|fb_(?:ref|source|action_(?:ids|types))"
              + "|mc_(?:cid|eid|tc)|mkt_tok|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|vero_(?:id|conv)|oly_(?:enc|anon)_id|ml_subscriber(?:_hash)?"
              + "|_ga|_gl|_openstat|__twitter_impression|echobox|s_cid|cmpid|icid|ncid|ocid|tpcc|smid|smtyp|sref|srsltid|spm|xtor|wt\\.?z?_?mc(?:_id)?|ito"
              + "|partner|emc|ref_?|ref_(?:src|url)|referrer|referer|soc_(?:src|trk)|guccounter|guce_referrer(?:_sig)?)(?:=.*)?");

  /** "ref=7" may as well be the article. */
  private static final Pattern REFERENCE = Pattern.compile("(?i)(?:ref|partner)=\\d+");

  /** What every mark of an accelerated page has in it. */
  private static final String MARK = "amp";

  /** That the page is the accelerated one (AMP). */
  private static final Pattern ACCELERATED =
      Pattern.compile("(?i)amp(?:=(?:1|true|html)?)?|output(?:type)?=amp");

  /** The part of a path by which a site tells its accelerated pages: the first, or the last. */
  private static final Pattern ACCELERATED_PATH =
      Pattern.compile("(?i)^/amp(?=/[^/])|(?<=[^/])/amp/?$|\\.amp(?=(?:\\.html?)?$)");

  /** An accelerated page as a search engine keeps it, with the address of the page itself. */
  private static final Pattern CACHED =
      Pattern.compile(
          "(?i)https?://(?:(?:www\\.)?google\\.[a-z.]{2,6}/amp/|[\\p{L}\\p{N}-]+\\.cdn\\.ampproject\\.org/[a-z]/)(s/)?(.+)");

  /** The number of a reader's visit, which servers write where cookies are not taken. */
  private static final Pattern SESSION =
      Pattern.compile("(?i);(?:jsessionid|phpsessid|sid)=[^/?#;]*");

  private CanonicalUrl() {}

  /** An address with its scheme, which is https where it has none; other texts as they are. */
  public static String withScheme(String url) {
    if (url == null || url.startsWith("http")) {
      return url;
    }
    Matcher bare = WITHOUT_SCHEME.matcher(url.strip());
    return bare.matches() ? "https://" + bare.group(1) : url;
  }

  /** The canonical form; empty for null and for what is no http or https URL. */
  public static Optional<String> of(String url) {
    if (url == null) {
      return Optional.empty();
    }
    Matcher parts = URL.matcher(uncached(withScheme(url).strip()));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    String standard = scheme.equals("http") ? "80" : "443";
    String port =
        parts.group(3) == null || parts.group(3).equals(standard) ? "" : ":" + parts.group(3);
    String path = parts.group(4) == null ? "/" : path(parts.group(4));
    return Optional.of(
        scheme + "://" + host + port + path + query(parts.group(5)) + route(parts.group(6)));
  }

  private static String uncached(String url) {
    if (!hasMark(url)) {
      return url;
    }
    Matcher cached = CACHED.matcher(url);
    return cached.matches()
        ? (cached.group(1) == null ? "http://" : "https://") + cached.group(2)
        : url;
  }

  private static String path(String path) {
    String visited = path.indexOf(';') < 0 ? path : SESSION.matcher(path).replaceAll("");
    return hasMark(visited) ? ACCELERATED_PATH.matcher(visited).replaceAll("") : visited;
  }

  /** Whether "amp" is anywhere: most addresses need not be asked more. */
  private static boolean hasMark(String text) {
    for (int at = 0; at + MARK.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, MARK, 0, MARK.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfThePage(String parameter) {
    return !parameter.isEmpty()
        && !ACCELERATED.matcher(parameter).matches()
        && (!TRACKING.matcher(parameter).matches() || REFERENCE.matcher(parameter).matches());
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
            .filter(CanonicalUrl::isOfThePage)
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
