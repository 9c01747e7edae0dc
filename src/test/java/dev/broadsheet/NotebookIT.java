package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks execute on a published run, every chart with data. Needs python3. */
class NotebookIT {
  private static final Path VENV = Path.of("target", "venv").toAbsolutePath();

  @TempDir static Path folder;

  @BeforeAll
  static void installPackages() throws Exception {
    assumeTrue(isPythonThere(), "There is no python3 with venv, so no notebook is executed.");
    if (!Files.exists(VENV.resolve("bin/jupyter"))) {
      Done venv = run(folder, "python3", "-m", "venv", VENV.toString());
      assertThat(venv.code()).as(venv.printed()).isZero();
      Done packages =
          run(
              folder,
              VENV.resolve("bin/pip").toString(),
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "-r",
              Path.of("notebooks/requirements.txt").toAbsolutePath().toString());
      assertThat(packages.code()).as(packages.printed()).isZero();
    }
  }

  private static boolean isPythonThere() throws Exception {
    try {
      return run(folder, "python3", "-c", "import venv, ensurepip").code() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void notebooksExecuteOnTheSeeds() throws Exception {
    check(SeedsRun.published().output);
  }

  @Test
  void notebooksExecuteOnOneArticleWithAHostileTitle() throws Exception {
    Path input = folder.resolve("one");
    new Corpus(input)
        .article(
            "1.txt",
            "<script>alert(1)</script> \"quoted\" ](javascript:alert(1)) " + "long ".repeat(90),
            "",
            "https://a.example/1?x=<script>",
            "The river rose over bridge and levee.");
    Path output = folder.resolve("output");
    InThisJvm.succeeds("run", "--input", input, "--output", output, "--topics", 1);
    check(output);
  }

  private static void check(Path output) throws Exception {
    Done checked =
        run(
            output,
            VENV.resolve("bin/python").toString(),
            Path.of("notebooks/check.py").toAbsolutePath().toString());
    System.out.println(checked.printed().strip());
    assertThat(checked.code()).as(checked.printed()).isZero();
    assertThat(checked.printed()).contains("01-what-is-it-about.ipynb: ");
  }

  private record Done(int code, String printed) {}

  private static Done run(Path output, String... command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    builder.environment().put("BROADSHEET_OUTPUT", output.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return new Done(process.exitValue(), printed);
  }
}
