package dev.broadsheet.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local files without its native library, and of any name: permissions are set by the JVM.
 * Hadoop starts {@code chmod} for each file and folder, some 300 processes in a run.
 */
public final class LocalFiles extends LocalFileSystem {
  /** Hadoop makes it by this constructor. */
  public LocalFiles() {
    super(new Raw());
  }

  /** Hadoop takes what stands before a colon, as in 2024-03-01T10:00.json, for a scheme. */
  @Override
  public Path getChecksumFile(Path file) {
    return new Path(file.getParent(), new Path(null, null, "." + file.getName() + ".crc"));
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      var attributes =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (attributes == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
      } else {
        attributes.setPermissions(PosixFilePermissions.fromString(permission.toString()));
      }
    }
  }
}
