package io.chaoschapters.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
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
}
