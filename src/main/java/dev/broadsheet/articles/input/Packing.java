package dev.broadsheet.articles.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.tukaani.xz.XZInputStream;

/**
 * How a file is packed, told by the last ending of its name: by gzip, bzip2 and what else Hadoop
 * knows, by xz, and by zstd, for which Hadoop needs libraries of the machine.
 */
interface Packing {
  /** More than the highest preset of xz needs to unpack, in KiB. */
  int MOST_MEMORY = 128 << 10;

  /** The bytes that were packed; of several files one after another, all. */
  InputStream unpacked(InputStream packed) throws IOException;

  /** Of the file of this name; empty if it is not packed. */
  static Optional<Packing> of(Path path, Configuration hadoop) {
    String name = path.getName().toLowerCase(Locale.ROOT);
    if (ArticleFormat.isPlain(name)) {
      return Optional.empty();
    }
    if (name.endsWith(".xz")) {
      return Optional.of(packed -> new XZInputStream(packed, MOST_MEMORY));
    }
    if (name.endsWith(".zst")) {
      return Optional.of(packed -> new ZstdInputStream(packed));
    }
    if (name.endsWith(".bz2")) {
      return Optional.of(Packing::ofBzip2);
    }
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    return Optional.ofNullable(codec).map(known -> known::createInputStream);
  }

  /** Hadoop's reader looks for the first block, and finds none where its beginning is damaged. */
  private static InputStream ofBzip2(InputStream packed) throws IOException {
    var buffered = new BufferedInputStream(packed);
    buffered.mark(1);
    if (buffered.read() < 0) {
      return buffered;
    }
    buffered.reset();
    return new BZip2CompressorInputStream(buffered, true);
  }
}
