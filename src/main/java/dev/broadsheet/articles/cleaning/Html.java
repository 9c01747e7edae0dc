package dev.broadsheet.articles.cleaning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of markup in titles and bodies. */
public enum Html {
  /** Texts are read as a browser shows them. */
  SHOWN,
  /** Tags, entities and scripts are text. */
  KEEP;

  /** The name that {@code --html} takes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one whose {@link #label} this is. */
  public static Optional<Html> ofLabel(String label) {
    return Arrays.stream(values()).filter(html -> html.label().equals(label)).findFirst();
  }
}
