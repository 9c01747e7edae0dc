package dev.broadsheet.topics;

import java.util.List;
import java.util.stream.IntStream;

/** Documents that lie on the driver, which passes over them on all its cores. */
record DriverBlocks(List<DocumentBlock> blocks) implements DocumentBlocks {
  @Override
  public <M> long[][] sum(M matrix, Pass<M> pass) {
    int parts = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, blocks.size()));
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> pass.over(part(part, parts).iterator(), matrix))
        .reduce(ClusterSums::add)
        .orElseThrow();
  }

  private List<DocumentBlock> part(int part, int parts) {
    return blocks.subList(blocks.size() * part / parts, blocks.size() * (part + 1) / parts);
  }

  @Override
  public void close() {
    // Nothing is kept but the list.
  }
}
