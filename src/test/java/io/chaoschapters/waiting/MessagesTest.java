package io.chaoschapters.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MessagesTest {
  /** As a library does that sorts what it was given. */
  private static RuntimeException withoutAMessage() {
    try {
      List.of("b", "a").sort(null);
      throw new AssertionError("an immutable list was sorted");
    } catch (UnsupportedOperationException e) {
      return e;
    }
  }

  @Test
  void failureThatSaysNothing_saysItsType() {
    assertThat(Messages.of(withoutAMessage())).isEqualTo("java.lang.UnsupportedOperationException");
    assertThat(Messages.of(new IllegalStateException(" ")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void failureThatSaysSomething_saysThat() {
    assertThat(Messages.of(new IllegalStateException("the store is full")))
        .isEqualTo("the store is full");
  }

  @Test
  void failureOfAFuture_isTheOneInside() {
    assertThat(Messages.of(new CompletionException(withoutAMessage())))
        .isEqualTo("java.lang.UnsupportedOperationException");
  }

  @Test
  void failureWhoseMessageIsAPath_saysWhatIsWrongWithIt() {
    assertThat(Messages.of(new AccessDeniedException("/a/b")))
        .isEqualTo("AccessDeniedException: /a/b");
  }

  @Test
  void waitForAFutureThatFailsWithoutAMessage_neverSaysNull() {
    Wait wait = new Wait("a first write", Duration.ofMillis(50), Duration.ofMillis(10));

    assertThatThrownBy(
            () ->
                wait.until(
                    () ->
                        CompletableFuture.<Progress>failedFuture(withoutAMessage())
                            .exceptionally(e -> Progress.notYet(Messages.of(e)))
                            .join()))
        .hasMessage(
            "a first write: not reached in 0.05 s; last: java.lang.UnsupportedOperationException");
  }
}
