package io.chaoschapters.subject.yaml.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.yaml.model.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a program prints as its result and what it says of itself are two things. */
class CommandQuestionTest {
  private static Answer answer(String script) {
    List<Template> command = List.of(new Template("sh"), new Template("-c"), new Template(script));
    return new CommandQuestion(command).ask(Names.of(Map.of()), Duration.ofMinutes(1));
  }

  private static Reading number(String script) {
    return new Extraction(null, null).number(answer(script), Names.of(Map.of()));
  }

  @Test
  void warningOnTheErrorStream_isNoPartOfTheNumber() {
    assertThat(number("echo a warning >&2; echo 12.5").value()).isEqualTo(12.5);
    assertThat(number("echo a warning >&2").why()).isEqualTo("the answer is empty");
  }

  @Test
  void whoeverLooksForAText_seesBoth() {
    assertThat(answer("echo is healthy >&2; echo 7").text()).contains("is healthy", "7");
  }

  @Test
  void programThatSaysNothing_isToldByItsExitCode() {
    CommandQuestion silent = new CommandQuestion(List.of(new Template("true")));
    Check check = new Check(silent, null, List.of(), null, Duration.ofMinutes(1));
    assertThat(check.look(Names.of(Map.of())))
        .isEqualTo(new Check.Result(true, true, "exit code 0"));
  }
}
