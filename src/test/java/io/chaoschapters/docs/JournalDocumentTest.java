package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.stage.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/journal.md} says what the records say.
 *
 * <p>To write it anew: {@code mvn test -Dtest=JournalDocumentTest -Djournal.document=update}.
 */
class JournalDocumentTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*)\n```");

  @TempDir private Path folder;

  @Test
  void document_saysWhatTheRecordsSay() throws IOException {
    String text = JournalDocument.text();
    if ("update".equals(System.getProperty("journal.document"))) {
      Files.writeString(JournalDocument.FILE, text);
    }
    assertThat(JournalDocument.FILE).hasContent(text);
  }

  @Test
  @EnabledIf("jqIsInstalled")
  void commands_answerTheirQuestions() throws IOException, InterruptedException {
    try (Journal journal = Journal.create(folder.resolve(JournalFile.NAME), Clock.systemUTC())) {
      for (JournalEntry entry : Shows.over().entries()) {
        journal.enterChapter(entry.chapter());
        journal.append(entry.event());
      }
    }
    List<String> commands =
        COMMANDS
            .matcher(Files.readString(JournalDocument.FILE))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands).hasSize(3);
    assertThat(output(commands.get(0))).isEqualTo("02-frozen-till\tFAIL\tit names 'empty shelf'\n");
    assertThat(output(commands.get(1))).isEqualTo("02-frozen-till\tqueue-short\t7.9\n");
    assertThat(output(commands.get(2)))
        .isEqualTo(
            "02-frozen-till\tfrozen till\tit fits less well\n"
                + "02-frozen-till\tclosed door\tcustomers come in\n");
  }

  static boolean jqIsInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "jq")));
  }

  private String output(String command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
