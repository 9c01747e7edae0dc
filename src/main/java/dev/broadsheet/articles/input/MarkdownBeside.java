package dev.broadsheet.articles.input;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Folders that have Markdown and files of other formats. Either a few pages tell about the data
 * beside them, or pages are the articles, and tables beside them list these, as in an export of
 * Notion. What has more files and more bytes is read; if neither has both, Markdown is not.
 */
final class MarkdownBeside {
  private MarkdownBeside() {}

  /** Leaves what is not read to the others. */
  static void leaveOne(TreeMap<String, InputFiles.InputFile> found, UnreadFiles others) {
    Predicate<InputFiles.InputFile> markdown = file -> file.format() == ArticleFormat.MARKDOWN;
    long pages = found.values().stream().filter(markdown).count();
    if (pages == 0 || pages == found.size()) {
      return;
    }
    boolean read =
        2 * pages > found.size() && bytes(found, markdown) > bytes(found, markdown.negate());
    Predicate<InputFiles.InputFile> left = read ? markdown.negate() : markdown;
    found.values().stream().filter(left).map(InputFiles.InputFile::path).forEach(others::add);
    found.values().removeIf(left);
  }

  private static long bytes(
      Map<String, InputFiles.InputFile> found, Predicate<InputFiles.InputFile> those) {
    return found.values().stream().filter(those).mapToLong(InputFiles.InputFile::bytes).sum();
  }
}
