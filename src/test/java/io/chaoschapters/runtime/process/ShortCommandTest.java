package io.chaoschapters.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ShortCommandTest {
  @Test
  void whatItPrints_isTheAnswer() {
    assertThat(ShortCommand.output(List.of("echo", "here"))).hasValue("here\n");
  }

  @Test
  void noSuchProgram_noAnswer() {
    assertThat(ShortCommand.output(List.of("/no/such/program"))).isEmpty();
  }

  @Test
  void programThatDoesNotEnd_isEndedAndGivesNoAnswer() {
    long begun = System.nanoTime();

    assertThat(ShortCommand.output(List.of("sleep", "60"), 1)).isEmpty();

    assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
  }

  @Test
  void interruptedCaller_stillHearsTheAnswer() {
    Thread.currentThread().interrupt();
    try {
      assertThat(ShortCommand.output(List.of("echo", "here"))).hasValue("here\n");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
