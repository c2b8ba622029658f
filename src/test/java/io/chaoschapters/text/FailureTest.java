package io.chaoschapters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void aRootCause_isNamedAtTheEndOfTheSentence() {
    Throwable root = new IOException("no such file: model.onnx.");
    Throwable failure =
        new IllegalStateException("The model cannot be loaded.", new RuntimeException(root));

    assertThat(Failure.words(failure))
        .isEqualTo("The model cannot be loaded (cause: no such file: model.onnx).");
  }

  @Test
  void aCauseThatTheMessageRepeats_isNotNamedTwice() {
    assertThat(
            Failure.words(
                new UncheckedIOException(
                    "Cannot write x: disk full", new IOException("disk full"))))
        .isEqualTo("Cannot write x: disk full");
    assertThat(
            Failure.words(
                new IllegalStateException(
                    "Docker could not start it: No such image.",
                    new IOException("Status 404: {\"message\":\"No such image\"}"))))
        .isEqualTo("Docker could not start it: No such image.");
    assertThat(Failure.words(new RuntimeException(new IOException("disk full"))))
        .isEqualTo("java.io.IOException: disk full");
  }

  @Test
  void aFailureWithoutWords_saysItsKind() {
    assertThat(Failure.words(new ArithmeticException())).isEqualTo("java.lang.ArithmeticException");
    assertThat(Failure.words(new IllegalStateException("It failed", new NullPointerException())))
        .isEqualTo("It failed (cause: java.lang.NullPointerException)");
  }

  @Test
  void theFailureOfAFuture_isTheOneInside() {
    assertThat(Failure.words(new CompletionException(new IOException("disk full"))))
        .isEqualTo("disk full");
  }

  @Test
  void aFailureWhoseMessageIsAPath_saysWhatIsWrongWithIt() {
    assertThat(Failure.words(new AccessDeniedException("/a/b")))
        .isEqualTo("AccessDeniedException: /a/b");
  }

  @Test
  void whatWasNotWaitedFor_needsNoCause() {
    assertThat(Failure.words(new IllegalStateException("It took 5 s.", new TimeoutException())))
        .isEqualTo("It took 5 s.");
  }

  @Test
  void causesInACircle_end() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);

    assertThat(Failure.words(one)).startsWith("one");
  }

  @Test
  void aLongCause_isCut() {
    String words =
        Failure.words(new IllegalStateException("It failed", new IOException("x\n".repeat(500))));

    assertThat(words).hasSizeLessThan(350).endsWith("…)").doesNotContain("\n");
  }
}
