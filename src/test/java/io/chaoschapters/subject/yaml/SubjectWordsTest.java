package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A subject in Java reads what it calls things from a file. */
class SubjectWordsTest {
  @Test
  void words_areThoseOfTheFile() {
    SubjectWords words = SubjectWords.of(getClass(), "/words/stall.yaml");

    assertThat(words.title()).isEqualTo("A stall");
    assertThat(words.glossary().find("shut stall").orElseThrow().name()).isEqualTo("closed stall");
    assertThat(words.signals())
        .containsExactly(
            new Signal("queue", "customers waiting", "customers waiting", "customers", 10, null));
    Invariant queue = words.invariants().get(0);
    assertThat(queue.raiseAfter()).isEqualTo(2);
    assertThat(queue.steadyFor()).isEqualTo(Duration.ofSeconds(1));
    Observation seen = new Observation(Instant.EPOCH, List.of(), Map.of("queue", Reading.of(4)));
    assertThat(queue.measure().apply(seen))
        .isEqualTo(Measurement.of(Reading.of(4), Bound.atMost(3)));
  }

  @Test
  void whatTheClassSays_isRefusedInTheFile() {
    assertThatThrownBy(() -> SubjectWords.of(getClass(), "/words/whole.yaml"))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("words/whole.yaml:4: 'count': a subject in Java says this itself.")
        .hasMessageContaining("words/whole.yaml:10: 'repair': a subject in Java says this itself.");
  }

  @Test
  void fileIsNotThere_itsNameIsSaid() {
    assertThatThrownBy(() -> SubjectWords.of(getClass(), "words/gone.yaml"))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("There is no file 'words/gone.yaml' beside " + getClass().getName());
  }
}
