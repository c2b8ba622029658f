package io.chaoschapters.stage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLayoutTest {
  @Test
  void longPath_isBrokenBetweenItsNames() {
    assertThat(
            TextLayout.wrapLines(
                "artifacts: /home/ada/chaos/target/chapters/shop/2026-01-02T03-04-05Z", 40))
        .containsExactly(
            "artifacts: /home/ada/chaos/target/", "chapters/shop/2026-01-02T03-04-05Z");
  }
}
