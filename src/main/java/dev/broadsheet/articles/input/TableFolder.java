package dev.broadsheet.articles.input;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Folders of table formats. Beside the rows of a table they keep those that were deleted or
 * replaced, and only the table's log tells which is which: to read every file would bring them
 * back.
 */
final class TableFolder {
  private static final Map<String, String> LOGS =
      Map.of("_delta_log", "a Delta table", ".hoodie", "a Hudi table");

  private static final Pattern SAVED_DATA_SET = Pattern.compile("data-\\d{5}-of-\\d{5}\\.arrow");

  private TableFolder() {}

  /**
   * Refuses a table.
   *
   * @param child what is in the folder
   * @throws InputException if it is the log of a table, or a data set's rows in another format than
   *     what tells about them
   */
  static void refuse(Path folder, FileStatus child) {
    String name = child.getPath().getName();
    if (child.isDirectory() && LOGS.containsKey(name)) {
      throw table(folder, LOGS.get(name));
    }
    if (folder.getName().equals("metadata") && name.endsWith(".metadata.json")) {
      throw table(folder.getParent(), "an Iceberg table");
    }
    if (SAVED_DATA_SET.matcher(name).matches()) {
      throw new InputException(
          "Cannot read %s: it is a data set that Hugging Face's library saved as Arrow. Write it as Parquet (load_from_disk, then to_parquet), and name that file."
              .formatted(folder));
    }
  }

  private static InputException table(Path folder, String kind) {
    return new InputException(
        "Cannot read %s: it is %s, whose folder also keeps rows that were deleted or replaced. Write the rows it has now as Parquet, and name that folder."
            .formatted(folder, kind));
  }
}
