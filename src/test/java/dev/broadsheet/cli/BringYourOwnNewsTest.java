package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page {@code docs/bring-your-own-news.md}: a block with a path is a file, in UTF-8 or what is
 * named behind the path; a block of {@code sh} is a command, and the block behind it is what it
 * prints, where … stands for anything; one that begins with "Cannot" ends with exit code 3.
 */
@SparkTest
class BringYourOwnNewsTest {
  private static final Pattern FILE =
      Pattern.compile("(?s)```\\w+ (news/\\S+)(?: (\\S+))?\n(.*?)```");
  private static final Pattern COMMAND =
      Pattern.compile("(?s)```sh\nbroadsheet (check .*?)\n```\n\n```text\n(.*?)\n```");

  @Test
  void everyCommandOfThePagePrintsWhatThePageSays(@TempDir Path folder, SparkSession spark)
      throws IOException {
    String page = Files.readString(Path.of("docs", "bring-your-own-news.md"));
    for (MatchResult file : FILE.matcher(page).results().toList()) {
      Charset encoding =
          file.group(2) == null ? StandardCharsets.UTF_8 : Charset.forName(file.group(2));
      Path path = folder.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(3), encoding);
    }
    assertThat(COMMAND.matcher(page).results())
        .hasSize(25)
        .allSatisfy(
            command ->
                assertThat(printed(command.group(1).split(" "), folder))
                    .as(command.group(1))
                    .matches(output(command)));
  }

  private static Pattern output(MatchResult command) {
    Stream<String> parts = Arrays.stream(command.group(2).split("…", -1)).map(Pattern::quote);
    int code = command.group(2).startsWith("Cannot") ? 3 : 0;
    return Pattern.compile(
        "(?s).*%s.*exit %d\n".formatted(String.join(".*?", parts.toList()), code));
  }

  private static String printed(String[] words, Path folder) {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] arguments =
        Arrays.stream(words)
            .map(word -> word.startsWith("news/") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    int code = new Cli(out, out).run(arguments);
    out.printf("exit %d%n", code);
    return printed
        .toString(StandardCharsets.UTF_8)
        .replace("file:" + folder + "/", "")
        .replace(folder + "/", "");
  }
}
