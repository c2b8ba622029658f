package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.run.file.CutAnywhere;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceJsonTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.chaoschapters.diagnosis.EvidenceCases#all")
  void evidenceWrittenAndRead_isTheSame(EvidenceCase c) {
    Path file = folder.resolve("evidence.json");
    EvidenceJson.write(c.evidence(), file);
    assertThat(EvidenceJson.read(file)).isEqualTo(c.evidence());
  }

  @Test
  void otherVersion_isRefusedInOneSentence() {
    String other =
        EvidenceJson.text(EvidenceCases.all().get(0).evidence())
            .replaceFirst("\"evidenceVersion\" : 1", "\"evidenceVersion\" : 7");
    assertThatThrownBy(() -> EvidenceJson.parse(other, "old.json"))
        .isInstanceOf(InvalidEvidenceException.class)
        .hasMessage(
            "old.json is evidence of version 7 and this program reads version 1: save it again with"
                + " this one.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "hello", "{\"evidenceVersion\": 1}", "{\"evidenceVersion\": 1,"})
  void textThatIsNoEvidence_isRefusedWithItsName(String text) {
    assertThatThrownBy(() -> EvidenceJson.parse(text, "some.json"))
        .isInstanceOf(InvalidEvidenceException.class)
        .hasMessageStartingWith("some.json ")
        .hasMessageContaining("take one that a run has saved");
  }

  @Test
  void fileThatIsTooLarge_isRefusedUnread() throws IOException {
    Path file = folder.resolve("huge.json");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(EvidenceJson.MAX_BYTES + 1);
    }

    assertThatThrownBy(() -> EvidenceJson.read(file))
        .isInstanceOf(InvalidEvidenceException.class)
        .hasMessageContainingAll("huge.json", "larger than 8 MiB");
  }

  @Test
  void fileThatIsNotThere_isRefusedWithItsPath() {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> EvidenceJson.read(missing))
        .isInstanceOf(InvalidEvidenceException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void cutAnywhere_isRefusedInASentenceWithItsName() throws Exception {
    Path file = folder.resolve("evidence.json");
    String text =
        EvidenceJson.text(EvidenceCases.all().get(0).evidence())
            .replace("\"label\" : \"", "\"label\" : \"▄ ü 😀 ");
    Files.writeString(file, text);
    Evidence whole = EvidenceJson.read(file);

    CutAnywhere.of(
        file,
        left -> {
          if (left.length == text.getBytes(StandardCharsets.UTF_8).length) {
            assertThat(EvidenceJson.read(file)).isEqualTo(whole);
            return;
          }
          assertThatThrownBy(() -> EvidenceJson.read(file))
              .isInstanceOf(InvalidEvidenceException.class)
              .hasMessageStartingWith(file + " ")
              .hasMessageEndingWith("take one that a run has saved.");
        });
  }

  @Test
  void forbiddenPhrasesCutAnywhere_areRefusedAndNotTakenForNone() throws Exception {
    ForbiddenPhrases phrases = new ForbiddenPhrases(List.of("der Fehler ▄"), List.of("ein Name"));
    ForbiddenPhrasesFile.write(phrases, folder);
    Path file = folder.resolve(ForbiddenPhrasesFile.FILE_NAME);
    long length = Files.size(file);

    CutAnywhere.of(
        file,
        left -> {
          if (left.length == length) {
            assertThat(ForbiddenPhrasesFile.read(folder)).contains(phrases);
            return;
          }
          assertThatThrownBy(() -> ForbiddenPhrasesFile.read(folder))
              .isInstanceOf(InvalidEvidenceException.class)
              .hasMessageStartingWith(file + " is damaged");
        });
  }
}
