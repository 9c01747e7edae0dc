package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the jar, and that anybody can make the same. */
class SupplyChainIT {
  private static final Path BILL = Path.of("target", "broadsheet.cdx.json");

  @Test
  void theNoticeNamesWhatIsShadedAndItsLicence() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
    assertThat(bill.get("bomFormat").textValue()).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/version").textValue())
        .isEqualTo(System.getProperty("broadsheet.version"));
    List<String> components = new ArrayList<>();
    for (JsonNode component : bill.get("components")) {
      assertThat(component.get("hashes")).isNotEmpty();
      components.add(
          "%s:%s  %s"
              .formatted(
                  component.get("group").textValue(),
                  component.get("name").textValue(),
                  // Morfologik's POM says BSD, and its text has three clauses.
                  component
                      .at("/licenses/0/license/id")
                      .textValue()
                      .replace("BSD-4-Clause", "BSD-3-Clause")));
    }
    assertThat(Files.readAllLines(Path.of("NOTICE")).stream().filter(line -> line.contains("  ")))
        .containsExactlyInAnyOrderElementsOf(components);
  }

  @Test
  void theJarHasTheLicencesAndEveryLibraryOfTheNotice() throws IOException {
    try (var jar = new JarFile(ChildJvm.jar().toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
      assertThat(text(jar, "META-INF/NOTICE"))
          .startsWith(Files.readString(Path.of("NOTICE")))
          .contains("Apache OpenNLP")
          .contains("Jackson JSON processor");
      assertThat(text(jar, "META-INF/LICENSE.txt"))
          .contains("The following license applies to the Morfologik project:")
          .contains("The following license applies to the Snowball stemmers:");
      assertThat(text(jar, "META-INF/jsoup/LICENSE")).contains("The MIT License");
      assertThat(text(jar, "META-INF/commonmark/LICENSE")).contains("Atlassian");
      assertThat(
              jar.stream()
                  .map(entry -> entry.getName().split("/"))
                  .filter(path -> path.length > 4 && path[2].equals("shaded"))
                  .map(path -> path[3]))
          .containsOnly(
              "commonmark",
              "egothor",
              "jackson",
              "jsoup",
              "lucene",
              "mime4j",
              "morfologik",
              "opennlp",
              "picocli",
              "tartarus");
    }
  }

  @Test
  void theReleaseNotesAreWhatTheChangelogSaysOfThisVersion() throws IOException {
    String notes = Files.readString(Path.of("target", "release-notes.md"));
    assertThat(notes)
        .startsWith("# Broadsheet " + System.getProperty("broadsheet.version") + "\n\n- ")
        .doesNotContain("\n## ");
    assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains(notes.substring(13));
  }

  private static String text(JarFile jar, String entry) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /** With the Maven of this build; not offline, where no bill of materials is made. */
  @Test
  @Tag("heavy")
  void aBuildOfTheSameSourcesElsewhereIsTheSameToTheLastByte(@TempDir Path folder)
      throws IOException {
    for (String part : List.of("src/main", "src/assembly", "bin", "docs", "notebooks", "seeds")) {
      copy(Path.of(part), folder.resolve(part));
    }
    for (String file :
        List.of("pom.xml", "LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "output/README.md")) {
      Path to = folder.resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(Path.of(file), to);
    }
    ChildJvm.Ended ended =
        ChildJvm.program(Path.of("mvn"), "-q", "-B", "-Dmaven.test.skip", "-f", folder, "package")
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    for (String product : List.of("broadsheet.jar", "broadsheet.cdx.json")) {
      assertThat(folder.resolve("target").resolve(product))
          .hasSameBinaryContentAs(Path.of("target").resolve(product));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(path -> !path.toString().contains("node_modules")).toList()) {
        Files.createDirectories(to.resolve(from.relativize(path).toString()).getParent());
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
