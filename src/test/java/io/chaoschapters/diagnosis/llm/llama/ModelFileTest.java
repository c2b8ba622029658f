package io.chaoschapters.diagnosis.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
    assertThat(file.size()).isEqualTo("0 MiB");
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
