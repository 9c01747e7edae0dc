package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunbookTest {
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| [^|]+ \\| [^|]+ \\| `(\\w+)\\.(\\w+)` \\|");

  @Test
  void eachRowOfTheRunbookNamesATestThatThereIs() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("src/deploy/RUNBOOK.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| symptom"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10).allMatch(row -> ROW.matcher(row).matches());
    Set<String> named =
        rows.stream()
            .map(row -> ROW.matcher(row).results().findFirst().orElseThrow())
            .map(row -> row.group(1) + "." + row.group(2))
            .collect(Collectors.toSet());
    assertThat(tests()).containsAll(named);
  }

  @Test
  void eachRowOfTheReadmesTableOfFaultsNamesATestThatThereIs() throws IOException {
    List<String> rows =
        Files.readString(Path.of("README.md"))
            .split("\\| fault \\|[^\n]*\n[^\n]*\n")[1]
            .lines()
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    Set<String> tests = tests();
    for (String row : rows) {
      String last = row.substring(row.lastIndexOf('|', row.length() - 2));
      List<String> named =
          Pattern.compile("\\w+\\.\\w+").matcher(last).results().map(MatchResult::group).toList();
      assertThat(named).as(row).isNotEmpty();
      assertThat(tests).containsAll(named);
    }
  }

  private static Set<String> tests() throws IOException {
    Pattern test = Pattern.compile("@(?:Parameterized)?Test\\b[^{;]*?\\bvoid (\\w+)\\(");
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(
              file ->
                  test.matcher(read(file))
                      .results()
                      .map(
                          found ->
                              file.getFileName().toString().replace(".java", ".") + found.group(1)))
          .collect(Collectors.toSet());
    }
  }

  /** Without strings, in which there may be anything. */
  private static String read(Path file) {
    try {
      return Files.readString(file).replaceAll("\"(?:[^\"\\\\\n]|\\\\.)*\"", "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
