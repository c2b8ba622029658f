package io.chaoschapters.diagnosis.semantic.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "WARN 2026-11-29 request to node-2 failed after 512 ms | request to failed after ms",
        "[E123] cannot connect to 10.0.0.7:8080: refused | cannot connect to : refused",
        "{\"level\":\"warn\",\"msg\":\"apply failed\",\"error\":\"no space left\"} | apply failed: no space left",
        "[main-1[id=2](plain)] WARN org.example.Link - link to node-2 broken | link to broken",
        "at java.base/java.io.In.read(In.java:38) | ",
        "java.io.net.ConnectException thrown | ConnectException thrown"
      })
  void line_isItsWordsWithoutWhatChangesFromLineToLine(String line, @Nullable String words) {
    assertThat(LogText.of(line.strip(), List.of("node-2")))
        .isEqualTo(words == null ? "" : words.strip());
  }
}
