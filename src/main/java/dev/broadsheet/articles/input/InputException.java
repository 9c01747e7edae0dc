package dev.broadsheet.articles.input;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The input is missing, unreadable, empty, or too much of it is bad. Its message is meant for the
 * user: {@code Cannot X: why. What to do.}
 */
public final class InputException extends RuntimeException {
  private static final Pattern NO_CODEC = Pattern.compile("Class \\S*?(\\w+)Codec was not found");

  /** What zstd says of a file that was packed with a large window, as dumps of forums are. */
  private static final String TOO_MUCH_MEMORY = "requires too much memory for decoding";

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What to throw where a file cannot be read. */
  public static InputException unreadable(String path, Exception failure) {
    if (failure instanceof InputException known) {
      return known;
    }
    Throwable cause = failure instanceof UncheckedIOException io ? io.getCause() : failure;
    Matcher codec = NO_CODEC.matcher(String.valueOf(cause.getMessage()));
    if (codec.find()) {
      return new InputException(
          "Cannot read %s: its compression, %s, is not known here. Write it with zstd or gzip."
              .formatted(path, codec.group(1).toLowerCase(Locale.ROOT)),
          cause);
    }
    if (String.valueOf(cause.getMessage()).contains(TOO_MUCH_MEMORY)) {
      return new InputException(
          "Cannot read %s: to unpack it takes more than 128 MB of memory. Unpack it (zstd -d --long=31), or pack it anew with zstd or gzip."
              .formatted(ZipFiles.shown(path)),
          cause);
    }
    return new InputException(
        "Cannot read %s: %s. Repair or remove the file."
            .formatted(ZipFiles.shown(path), why(cause)),
        cause);
  }

  private static String why(Throwable cause) {
    if (cause.getMessage() != null) {
      return cause.getMessage();
    }
    return cause instanceof EOFException ? "it ends too early" : cause.getClass().getSimpleName();
  }
}
