package dev.broadsheet.runs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The few operations on files that runs need, relative to the output folder. {@link LocalStorage}
 * needs the JDK only; {@link HadoopStorage} is for everything else.
 */
interface Storage {
  /** Bytes of the longest text; a manifest of 5,000 topics has two megabytes. */
  int LONGEST = 32 << 20;

  /**
   * The storage of an output path: local with {@code file:}, and without a scheme unless Hadoop is
   * there and its default file system is another.
   */
  static Storage of(String output) {
    if (output.startsWith("file:")) {
      return new LocalStorage(Path.of(URI.create(output).getPath()));
    }
    boolean hasScheme = output.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    return hasScheme || (isHadoopThere() && HadoopStorage.isDefault())
        ? new HadoopStorage(output)
        : new LocalStorage(Path.of(output));
  }

  private static boolean isHadoopThere() {
    return Storage.class.getClassLoader().getResource("org/apache/hadoop/fs/FileSystem.class")
        != null;
  }

  /** The whole path, as Spark takes it. */
  String path(String relative);

  /** Whether it is an object store, which renames a file by copying it. */
  default boolean copiesToRename() throws IOException {
    return false;
  }

  /**
   * The text of a small file; empty where there is none. Of a damaged one, which may be of any size
   * and of bytes that are no text, that which {@link #text} makes of it.
   */
  Optional<String> read(String file) throws IOException;

  /** What is read of a file: no more than a manifest ever has, with a sign for what is no UTF-8. */
  static String text(InputStream in) throws IOException {
    return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
  }

  /**
   * Writes a file so that a reader sees all of it or what was there before, also after a power cut.
   */
  void write(String file, String text) throws IOException;

  /**
   * Returns when a folder and all in it would survive a power cut, where it is in this program's
   * hand: files of this machine. HDFS and object stores keep what was closed as they are set up to.
   * Nothing happens where there is no folder.
   */
  default void force(String folder) throws IOException {}

  /** The names of the folders in a folder, sorted; none where there is no folder. */
  List<String> list(String folder) throws IOException;

  /**
   * The names of the files in a folder that end so, sorted, and their bytes; files that begin with
   * a dot do not count. None where there is no folder.
   */
  SortedMap<String, Long> files(String folder, String ending) throws IOException;

  /** Deletes a folder and all in it; nothing happens where there is none. */
  void delete(String folder) throws IOException;

  /**
   * Takes the lock of the output folder, which is let go by closing it or by the death of the
   * holder.
   *
   * @param holder who takes it, for those who come too late
   * @return empty if another holds it
   */
  Optional<Lock> lock(String file, String holder) throws IOException;

  /**
   * What the holder of a lock says of himself; he may have died since. Empty where none holds it.
   */
  Optional<String> holder(String lock) throws IOException;

  /** A lock that was taken; closing lets it go, unless another has taken it over. */
  interface Lock extends AutoCloseable {
    /** Whether it is still the taker's. */
    boolean isHeld() throws IOException;

    /** Whether it was another's, who was silent for long but may wake. */
    boolean tookOver();

    /**
     * Writes a file of the output folder as {@link Storage#write} does, if the lock is still the
     * taker's. Where a file system renames atomically, nobody can take the lock over between the
     * look at it and the writing.
     *
     * @return whether it was written
     */
    boolean write(String file, String text) throws IOException;
  }
}
