package dev.broadsheet.nmf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that lie on the driver, which passes over them on all its cores. */
record DriverBlocks(List<DocumentBlock> blocks) implements DocumentBlocks {
  @Override
  public <M> long[][] sum(M matrix, Pass<M> pass) {
    return parts()
        .map(part -> pass.over(part.iterator(), matrix))
        .reduce(ClusterSums::add)
        .orElseThrow();
  }

  @Override
  public DocumentBlocks weighed(TopicFactor topics) {
    return new DriverBlocks(
        parts()
            .map(
                part -> {
                  List<DocumentBlock> weighed = new ArrayList<>();
                  DocumentBlocks.weighed(part.iterator(), topics).forEachRemaining(weighed::add);
                  return weighed;
                })
            .flatMap(List::stream)
            .toList());
  }

  /** One for each core; one at least. */
  private Stream<List<DocumentBlock>> parts() {
    int parts = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, blocks.size()));
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(
            part ->
                blocks.subList(blocks.size() * part / parts, blocks.size() * (part + 1) / parts));
  }

  @Override
  public void close() {
    // Nothing is kept but the list.
  }
}
