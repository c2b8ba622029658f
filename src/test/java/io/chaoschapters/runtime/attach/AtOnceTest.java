package io.chaoschapters.runtime.attach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** No more are disturbed at the same time than was allowed. */
class AtOnceTest {
  @Test
  void oneMoreThanAllowed_isRefused_untilOneIsWellAgain() {
    AtOnce atOnce = new AtOnce(1);
    atOnce.begin("node-1");
    atOnce.begin("node-1"); // the same one

    assertThatThrownBy(() -> atOnce.begin("node-2"))
        .hasMessage(
            "Nothing is done to component 'node-2': node-1 is disturbed already, and at most 1 may be at once. Allow more with -Dattach.most=2.");

    atOnce.end("node-1");
    atOnce.begin("node-2");
  }
}
