package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static final Pattern CLASS =
      Pattern.compile("`((?:[a-z]+\\.)*)([A-Z][a-z]\\w*[a-z])(?:\\.\\w+)?`");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final Set<String> OF_JAVA = Set.of("ArrayList");

  @ParameterizedTest
  @ValueSource(strings = {"ARCHITECTURE.md", "CONTRIBUTING.md"})
  void everyClassThatIsNamedIsInThePackageThatIsNamed(String document) throws IOException {
    Set<String> classes = classes("main|test");
    List<String> named =
        CLASS
            .matcher(Files.readString(Path.of(document)))
            .results()
            .filter(name -> !OF_JAVA.contains(name.group(2)))
            .map(name -> "." + name.group(1) + name.group(2))
            .toList();
    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named)
        .allSatisfy(name -> assertThat(classes).anyMatch(declared -> declared.endsWith(name)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFileThatIsLinkedIsThere(Path document) throws IOException {
    assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  @Test
  void theDrawingOfTheLayersHasEveryPackage() throws IOException {
    String drawing = Files.readString(Path.of("ARCHITECTURE.md")).split("```")[1];
    Set<String> packages =
        classes("main").stream()
            .map(name -> name.replaceFirst("^\\.dev\\.broadsheet\\.?", "").split("\\."))
            .filter(names -> names.length > 1)
            .map(names -> names[names.length - 2])
            .collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(name -> assertThat(drawing).containsPattern("\\b" + name + "\\b"));
  }

  static Stream<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("."))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().matches(".*/(?:target|node_modules|\\.[a-z]\\w*)/.*"))
          .toList()
          .stream();
    }
  }

  /** Classes with their packages, and those inside of them with these. */
  private static Set<String> classes(String sources) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().matches("src/(?:" + sources + ")/java/.*\\.java"))
          .flatMap(file -> declared(file.subpath(3, file.getNameCount()).getParent(), file))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> declared(Path folder, Path file) {
    try {
      String prefix = "." + folder.toString().replace('/', '.') + ".";
      return DECLARED
          .matcher(Files.readString(file))
          .results()
          .map(declaration -> prefix + declaration.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
