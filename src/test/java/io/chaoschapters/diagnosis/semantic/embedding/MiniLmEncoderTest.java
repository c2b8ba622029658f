package io.chaoschapters.diagnosis.semantic.embedding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.DiagnosisException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmEncoderTest {
  /** As on a machine for which the model's runtime has no native library. */
  @Test
  void libraryThatDoesNotLoad_isOneSentenceWithTheMachineAndTheWayOut() {
    MiniLmEncoder encoder =
        new MiniLmEncoder(
            Path.of("target/chapters/.cache"),
            () -> {
              throw new UnsatisfiedLinkError("no onnxruntime in java.library.path");
            });

    assertThatThrownBy(() -> encoder.encode(List.of("a sentence")))
        .isInstanceOf(DiagnosisException.class)
        .hasCauseInstanceOf(UnsatisfiedLinkError.class)
        .hasMessageContainingAll(
            "cannot be loaded on",
            ": no onnxruntime in java.library.path. If",
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            "-Dai");
  }
}
