package io.chaoschapters.diagnosis.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.gguf"), bytes);
  }

  @Test
  void wholeFile_isTaken() throws IOException {
    ModelFile file = ModelFile.check(GgufFiles.whole(folder).toString());
    assertThat(file.name()).isEqualTo("tiny.gguf");
    assertThat(file.bytes()).isEqualTo(GgufFiles.bytes(3).length);
    assertThat(file.size()).isEqualTo("0 MiB");
  }

  @Test
  void fileCutOffAnywhere_isRefused() throws IOException {
    byte[] whole = GgufFiles.bytes(3);
    for (int length = 4; length < whole.length; length++) {
      Path cut = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ModelFile.check(cut.toString()))
          .as("%d bytes", length)
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining("is cut off");
    }
  }

  @Test
  void otherFile_isNotGguf() throws IOException {
    Path text =
        file("This is a text, and a long one.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ModelFile.check(text.toString()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("does not begin with GGUF")
        .hasMessageContaining("-Dai.model=");
  }

  @Test
  void otherVersion_isRefused() throws IOException {
    Path old = file(GgufFiles.bytes(1));
    assertThatThrownBy(() -> ModelFile.check(old.toString()))
        .hasMessageContaining("GGUF of version 1");
  }

  @Test
  void headThatClaimsTooMuch_isRefused() throws IOException {
    byte[] bytes = GgufFiles.bytes(3);
    Arrays.fill(bytes, 8, 16, (byte) 0x7f);
    Path absurd = file(bytes);
    assertThatThrownBy(() -> ModelFile.check(absurd.toString()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("tensors");
  }

  @Test
  void missingFile_isNamed() {
    assertThatThrownBy(() -> ModelFile.check(folder.resolve("none.gguf").toString()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("There is no model file " + folder.resolve("none.gguf"));
  }

  @Test
  void noFile_isAskedFor() {
    assertThatThrownBy(() -> ModelFile.check(""))
        .hasMessage(
            "Diagnoser 'llamacpp' needs a model file: use -Dai.model=<path of a GGUF file>.");
  }
}
