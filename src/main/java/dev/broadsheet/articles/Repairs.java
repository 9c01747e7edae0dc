package dev.broadsheet.articles;

import dev.broadsheet.articles.cleaning.Html;
import dev.broadsheet.articles.cleaning.LostEncoding;
import dev.broadsheet.articles.cleaning.MailMessage;
import dev.broadsheet.articles.cleaning.Markup;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.Utf8;
import java.util.ArrayList;
import java.util.List;

/** Mends what crawlers and conversions leave in titles and bodies, before records are validated. */
final class Repairs {
  /**
   * A record's texts, mended.
   *
   * @param title null for none
   * @param body null for none
   * @param defects what was wrong, with commas between; null for nothing
   */
  record Repaired(String title, String body, String defects) {}

  private Repairs() {}

  /**
   * Mends title and body, and names what was wrong: {@code markup} (tags, entities, scripts; {@link
   * Markup}), {@code encoding} ({@link LostEncoding}), {@code lost_encoding} where that could not
   * be mended, {@code mail} ({@link MailMessage}). Texts that are too large are left as they are,
   * to be rejected.
   *
   * @param title null for none
   * @param body null for none
   */
  static Repaired of(String title, String body, ReadOptions options) {
    if (body != null && Utf8.isLonger(body, options.maxBytes())) {
      return new Repaired(title, body, null);
    }
    List<String> defects = new ArrayList<>();
    String head = title == null ? "" : title;
    // Before markup is read: that puts a header on one line. After it: it shows marks of quotation.
    String text = message(head, body == null ? "" : body, defects);
    if (options.html() == Html.SHOWN) {
      String plainHead = Markup.readTitle(head);
      String plainText = Markup.readBody(text);
      if (!plainHead.equals(head) || !plainText.equals(text)) {
        defects.add("markup");
        text = message(plainHead, plainText, defects);
      }
      // A title that is markup only is better than none.
      head = plainHead.isBlank() ? head : plainHead;
    }
    boolean lost = LostEncoding.isIn(head) || LostEncoding.isIn(text);
    if (lost) {
      head = mended(head, defects);
      text = mended(text, defects);
    }
    if (LostEncoding.hasGaps(head)
        || LostEncoding.hasGaps(text)
        || (lost && (LostEncoding.isIn(head) || LostEncoding.isIn(text)))) {
      defects.add("lost_encoding");
    }
    return defects.isEmpty()
        ? new Repaired(title, body, null)
        : new Repaired(
            title == null ? null : head, body == null ? null : text, String.join(",", defects));
  }

  private static String message(String title, String body, List<String> defects) {
    String text = MailMessage.textOf(title, body);
    if (!text.equals(body) && !defects.contains("mail")) {
      defects.add("mail");
    }
    return text;
  }

  private static String mended(String text, List<String> defects) {
    String mended = LostEncoding.mended(text);
    if (!mended.equals(text) && !defects.contains("encoding")) {
      defects.add("encoding");
    }
    return mended;
  }
}
