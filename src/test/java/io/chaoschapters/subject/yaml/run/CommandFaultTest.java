package io.chaoschapters.subject.yaml.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault whose effect lasts for a while after its commands have undone it. */
class CommandFaultTest {
  @TempDir private Path folder;

  @Test
  void effectLastsLongerThanACommandMay_isWaitedForAsLongAsTheExperimentSays() {
    Fault slow = fault(Duration.ofHours(1));

    slow.rollback();

    assertThat(slow.isOver()).isTrue();
  }

  @Test
  void experimentDoesNotSay_itMayLastAsLongAsACommand() {
    assertThatThrownBy(() -> fault(null).rollback())
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("end of 'misdirect': not reached in 0.05 s; last: ");
  }

  @Test
  void oneLookMissesIt_itIsNotOver_andTwoInARowAre() {
    Fault fault = fault("test $(wc -l < looks) -eq 1 -o $(wc -l < looks) -eq 3", null);
    assertThat(fault.witness().seen()).isTrue();

    Wait.atMost("four more looks", Duration.ofMinutes(1))
        .until(() -> new Progress(fault.isOver(), Long.toString(looks())));

    assertThat(looks()).isEqualTo(5);
  }

  private long looks() {
    try (Stream<String> lines = Files.lines(folder.resolve("looks"))) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its witness sees it the first ten times. */
  private Fault fault(@Nullable Duration rollbackWithin) {
    return fault("test $(wc -l < looks) -le 10", rollbackWithin);
  }

  @Test
  void commandThatFails_isToldWithItsFaultItsKeyAndItsFile() {
    Fault fault =
        fault("false", null, List.of(command("sh", "-c", "exit 3")), Duration.ofMinutes(1));

    assertThatThrownBy(fault::inject)
        .hasMessage(
            "subjects/pair.yaml:3: 'inject' of fault 'misdirect' failed: 'sh -c exit 3' ended with exit code 3: it printed nothing.");
  }

  private Fault fault(String sees, @Nullable Duration rollbackWithin) {
    return fault(sees, rollbackWithin, List.of(), Duration.ofMillis(50));
  }

  private Fault fault(
      String sees,
      @Nullable Duration rollbackWithin,
      List<CommandQuestion> inject,
      Duration within) {
    CommandQuestion look = command("sh", "-c", "echo still there | tee -a looks; " + sees);
    Check witness = new Check(look, null, List.of(), null, Duration.ofMinutes(1));
    FaultEntry entry =
        new FaultEntry(
            "misdirect",
            "sends the replica elsewhere",
            "subjects/pair.yaml:3",
            false,
            inject,
            List.of(),
            witness,
            within);
    Names names = Names.of(Map.of());
    return new CommandFault(entry, names, names, rollbackWithin);
  }

  private CommandQuestion command(String... words) {
    return new CommandQuestion(
        Stream.of(words)
            .map(word -> word.replace("looks", folder.resolve("looks").toString()))
            .map(Template::literal)
            .toList());
  }
}
