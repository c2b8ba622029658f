package io.chaoschapters.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void openedInOrder_closedInReverse() {
    Closing.reverse(List.of(() -> closed.add("a"), () -> closed.add("b")));
    assertThat(closed).containsExactly("b", "a");
  }

  @Test
  void twoFail_allAreClosedAndBothFailuresAreTold() {
    List<AutoCloseable> opened =
        List.of(
            () -> closed.add("a"),
            () -> {
              throw new IOException("second");
            },
            () -> {
              throw new IllegalStateException("first");
            });
    assertThatThrownBy(() -> Closing.reverse(opened))
        .isInstanceOf(UncleanEndException.class)
        .hasMessage("The run could not be ended cleanly: first")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("first", "second"));
    assertThat(closed).containsExactly("a");
  }

  @Test
  void closingWithinClosing_isToldOnce() {
    AutoCloseable inner =
        () ->
            Closing.reverse(
                List.of(
                    () -> {
                      throw new IOException("deep");
                    }));
    assertThatThrownBy(() -> Closing.reverse(List.of(inner, inner)))
        .hasMessage("The run could not be ended cleanly: deep")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
  }
}
