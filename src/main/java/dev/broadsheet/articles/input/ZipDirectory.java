package dev.broadsheet.articles.input;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * What the directory at the end of a zip archive says of the files in it: names, sizes and places,
 * so that each is read alone. An archive of which not every file can be read is refused by name.
 */
final class ZipDirectory {
  /**
   * One file in an archive.
   *
   * @param name its path in the archive
   * @param header where its own header begins; the packed bytes follow that
   * @param packed the number of packed bytes
   * @param bytes its size
   * @param crc the CRC-32 of its bytes
   * @param stored whether the bytes are not packed at all
   */
  record File(String name, long header, long packed, long bytes, long crc, boolean stored) {}

  private final FileStatus archive;
  private final Map<String, File> files = new LinkedHashMap<>();

  private ZipDirectory(FileStatus archive) {
    this.archive = archive;
  }

  /**
   * Reads it.
   *
   * @throws InputException if the archive is broken, or a file in it encrypted, packed by a method
   *     that is not known, named twice, or said to lie where another lies
   */
  static ZipDirectory of(FileStatus archive, FileSystem fs) {
    var directory = new ZipDirectory(archive);
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new HadoopChannel(fs.open(archive.getPath()), archive.getLen()))
            .setIgnoreLocalFileHeader(true)
            .get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        directory.add(entry);
      }
    } catch (IOException | IllegalArgumentException e) {
      // What the library says names its channel; what it found is the cause.
      throw InputException.unreadable(
          archive.getPath().toString(), e.getCause() instanceof IOException cause ? cause : e);
    }
    directory.refuseOverlaps();
    return directory;
  }

  private void add(ZipArchiveEntry entry) {
    if (entry.isDirectory()) {
      return;
    }
    String name = entry.getName().replace('\\', '/').replaceFirst("^/+", "");
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw refusal(name + " in it is encrypted", "Unpack it with its password.");
    }
    boolean stored = entry.getMethod() == ZipMethod.STORED.getCode();
    if (!stored && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      String method =
          Optional.ofNullable(ZipMethod.getMethodByCode(entry.getMethod()))
              .map(ZipMethod::name)
              .orElse("method " + entry.getMethod());
      throw refusal(
          name + " in it is packed by " + method, "Unpack it, or pack it anew with deflate.");
    }
    if ("/%s/".formatted(name).contains("/../")) {
      throw refusal("%s leads out of it".formatted(name), "Unpack it.");
    }
    var file =
        new File(
            name,
            entry.getLocalHeaderOffset(),
            entry.getCompressedSize(),
            entry.getSize(),
            entry.getCrc(),
            stored);
    if (files.put(name, file) != null) {
      throw refusal("it has two files of the name " + name, "Unpack it.");
    }
  }

  /** Few bytes that are said to be many files unpack to more than any disk holds. */
  private void refuseOverlaps() {
    long packed = 0;
    for (File file : files.values()) {
      packed += file.packed;
      if (file.packed < 0 || packed > archive.getLen()) {
        throw refusal("its files lie upon each other", "Repair or remove the file.");
      }
    }
  }

  private InputException refusal(String why, String advice) {
    return new InputException("Cannot read %s: %s. %s".formatted(archive.getPath(), why, advice));
  }

  /** All files, in the order of the directory. */
  Collection<File> files() {
    return files.values();
  }

  /** The file of this name. */
  Optional<File> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Whether this is still the directory of that archive. */
  boolean isOf(FileStatus other) {
    return archive.getPath().equals(other.getPath())
        && archive.getLen() == other.getLen()
        && archive.getModificationTime() == other.getModificationTime();
  }
}
