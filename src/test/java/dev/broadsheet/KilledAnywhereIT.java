package dev.broadsheet;

import static dev.broadsheet.EndedRuns.ENDED;
import static dev.broadsheet.EndedRuns.FIRST;
import static dev.broadsheet.EndedRuns.NEXT;
import static dev.broadsheet.EndedRuns.SIGKILL;
import static dev.broadsheet.EndedRuns.SIGTERM;
import static dev.broadsheet.EndedRuns.files;
import static dev.broadsheet.EndedRuns.isStage;
import static dev.broadsheet.EndedRuns.isToldBy;
import static dev.broadsheet.EndedRuns.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that is ended at any of its stages. */
@Tag("heavy")
class KilledAnywhereIT {
  /** Process.destroyForcibly() would close the stream that is being read. */
  private static final Consumer<Process> KILL = process -> process.toHandle().destroyForcibly();

  @RegisterExtension static final EndedRuns NIGHTS = new EndedRuns();

  /**
   * SIGKILL leaves the files that are there at that instant. So one run is held at every stage by
   * SIGSTOP, and several times while it writes its tables, and its output copied; at the last stage
   * it is killed, and what is left compared with the copy. Each copy that is like no other has a
   * next run.
   */
  @Test
  void whereverItIsKilledTheNextRunSucceedsUnaided() throws Exception {
    List<Path> copies = new ArrayList<>();
    ChildJvm.Ended ended =
        NIGHTS
            .child(ENDED, 1)
            .hearing(
                (line, process) -> {
                  int times = isToldBy(line, "describe topics") ? 8 : isStage(line) ? 1 : 0;
                  for (int i = 0; i < times; i++) {
                    if (i > 0) {
                      continueToAnotherState(process, copies.get(copies.size() - 1));
                    }
                    copies.add(copy(process, NIGHTS.folder().resolve("copy" + copies.size())));
                  }
                  if (isToldBy(line, "save model")) {
                    KILL.accept(process);
                  } else if (times > 0) {
                    signal("CONT", process);
                  }
                });
    assertThat(ended.code()).as(ended.printed()).isEqualTo(SIGKILL);
    assertThat(copies).hasSizeGreaterThan(20);
    NIGHTS.clearTemporaryFiles();
    Map<Map<String, Long>, Path> different = new LinkedHashMap<>();
    copies.forEach(copy -> different.putIfAbsent(sizes(copy), copy));
    System.out.println(copies.size() + " copies, of which differ " + different.values());
    assertThat(different).hasSizeGreaterThan(3).containsKey(sizes(NIGHTS.output()));
    for (Path output : different.values()) {
      assertThat(RunStore.at(output.toString()).manifest(ENDED)).isEmpty();
      try (var readers = ReaderLoop.of(output)) {
        readers.awaitReading(FIRST);
        InThisJvm.succeeds(NIGHTS.run(output, NEXT, 1));
        readers.awaitReading(NEXT);
      }
      assertThat(names(output)).containsExactly(".lock", "CURRENT", "runs");
      assertThat(names(output.resolve("runs"))).containsExactly(FIRST, NEXT);
    }
  }

  /** SIGTERM leaves nothing: for the next run, all is as if there had been none. */
  @Test
  void whereverItIsToldToStopNothingIsLeft() throws Exception {
    Map<String, Long> all = files(NIGHTS.output().resolve("runs"));
    for (String stage :
        List.of(
            "list input files",
            "read earlier topics",
            "read articles",
            "find duplicates",
            "cut boilerplate",
            "find stories",
            "analyse text",
            "find names",
            "find phrases",
            "count terms",
            "weigh terms",
            "choose topics",
            "fit topics",
            "describe topics",
            "write tables",
            "save model")) {
      NIGHTS.toldToStop(stage);
      // The folder of all runs was touched.
      assertThat(files(NIGHTS.output().resolve("runs")).keySet()).as(stage).isEqualTo(all.keySet());
    }
    InThisJvm.succeeds(NIGHTS.run(NIGHTS.output(), NEXT, 1));
    assertThat(NIGHTS.output().resolve("CURRENT")).hasContent(NEXT);
    NIGHTS.backToTheFirst(NEXT);
  }

  /** There is an instant in which all is done but the end of the program. */
  @Test
  void toldToStopAfterItsAuditItIsPublishedWholeOrNotAtAll() throws Exception {
    ChildJvm.Ended ended =
        NIGHTS
            .child(ENDED, 1)
            .runUntil(line -> isToldBy(line, "audit"), process -> process.toHandle().destroy());
    assertThat(ended.code()).as(ended.printed()).isEqualTo(SIGTERM);
    assertThat(NIGHTS.output().resolve(".lock")).isEmptyFile();
    boolean published = ended.printed().contains("Run " + ENDED + ": published");
    try (var readers = ReaderLoop.of(NIGHTS.output())) {
      readers.awaitReading(published ? ENDED : FIRST);
      ChildJvm.Ended again = InThisJvm.run(NIGHTS.run(NIGHTS.output(), ENDED, 1));
      assertThat(again.code()).as(again.printed()).isZero();
      assertThat(again.printed().contains("nothing was done")).isEqualTo(published);
      readers.awaitReading(ENDED);
    }
    NIGHTS.clearMetrics();
    NIGHTS.backToTheFirst(ENDED);
  }

  /** Lets a process that is held go on until its output is another, however slow the machine is. */
  private static void continueToAnotherState(Process process, Path last) {
    for (int looks = 0; looks < 200; looks++) {
      signal("CONT", process);
      RunningProgram.pause();
      signal("STOP", process);
      if (!sizes(NIGHTS.output()).equals(sizes(last))) {
        return;
      }
    }
  }

  /** Holds the process, and copies its output. */
  private Path copy(Process process, Path to) {
    signal("STOP", process);
    try {
      FileUtils.copyDirectory(NIGHTS.output().toFile(), to.toFile());
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(String name, Process process) {
    ChildJvm.Ended sent = ChildJvm.program(Path.of("kill"), "-" + name, process.pid()).run();
    assertThat(sent.code()).as(sent.printed()).isZero();
  }

  /** Every file with its size, but for the lock, which says when it was taken. */
  private static Map<String, Long> sizes(Path root) {
    return FileUtils.listFiles(root.toFile(), null, true).stream()
        .filter(file -> !file.getName().equals(".lock"))
        .collect(Collectors.toMap(file -> root.relativize(file.toPath()).toString(), File::length));
  }
}
