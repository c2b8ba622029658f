package io.chaoschapters.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.stage.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFileTest {
  private static final String HEAD =
      "{\"sequence\":1,\"at\":\"2026-01-02T03:04:05Z\",\"elapsed\":1.5,\"type\":";

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve(JournalFile.NAME);
  }

  /** At least one of each type. */
  static List<RunEvent> events() {
    List<RunEvent> events = new ArrayList<>();
    Stream.of(Shows.over(), Shows.ended())
        .flatMap(script -> script.entries().stream())
        .map(JournalEntry::event)
        .forEach(events::add);
    events.add(new RunEvent.MetricsChanged("another store"));
    events.add(new RunEvent.Note("two\nlines and \"quotes\" – ü"));
    events.add(new FaultEvent.Kept("freeze", 180));
    events.add(new FaultEvent.NotWitnessed("it still answers"));
    events.add(new FaultEvent.Ended("freeze", 2, "the cluster"));
    events.add(new FaultEvent.Halted("signal 'backlog' is 30, which may be at most 20"));
    events.add(new AgentEvent.Asked("agent", "command", "folder", 60, 60, 1_048_576));
    events.add(new AgentEvent.Connected("agent", "client 1"));
    events.add(new AgentEvent.Called("agent", "read_log", "{}", 12, 0.002, null));
    events.add(new AgentEvent.Permission("agent", "to write a file", false));
    events.add(new LoadEvent.Started("steady"));
    events.add(new LoadEvent.Ended("steady", Map.of("sold", 3L)));
    events.add(new RecoveryEvent.Failed(RecoveryOutcome.ROLLBACK_FAILED, 3, "it is stuck"));
    return events;
  }

  @Test
  void everyTypeOfEvent_isAmongThem() {
    assertThat(events().stream().map(EventTypes::nameOf).distinct())
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("events")
  void writtenEvent_isReadAsItWas(RunEvent event) {
    JournalEntry written;
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      journal.enterChapter("01-first");
      written = journal.append(event);
    }

    assertThat(JournalFile.read(path)).isEqualTo(new JournalFile(List.of(written), 0));
    assertThat(path).content().doesNotContain(":null");
  }

  @Test
  void lineThatIsNoEntry_isCountedAndLeftOut() throws IOException {
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      journal.note("whole");
    }
    // An event of a later version, and a line cut in the middle of a character.
    Files.writeString(path, "{\"type\":\"LATER\"}\n{\"data\":\"caf", StandardOpenOption.APPEND);
    Files.write(path, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);

    JournalFile file = JournalFile.read(path);

    assertThat(file.entries())
        .extracting(JournalEntry::event)
        .containsExactly(new RunEvent.Note("whole"));
    assertThat(file.unreadableLines()).isEqualTo(2);
  }

  /** As a journal of an earlier version may be: nothing is made up for what is missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"NOTE\",\"data\":{}}",
        "\"NOTE\"}",
        "\"NOTE\",\"data\":{\"text\":null}}",
        "\"RECOVERED\",\"data\":{}}",
        "\"RECOVERED\",\"data\":{\"seconds\":null}}",
        "\"FAULT_ARMED\",\"data\":{\"fault\":\"a\",\"seconds\":1,\"undo\":[]}}",
        "\"WAITING\",\"data\":{\"kind\":\"key\",\"what\":\"a key\"}}",
        "\"OBSERVED\",\"data\":{\"components\":[{\"id\":\"a\"}],\"signals\":{},\"unknown\":{},\"notYet\":[],\"invariants\":[]}}",
      })
  void lineThatLacksSomething_isUnreadable(String rest) throws IOException {
    Files.writeString(path, HEAD + rest + "\n", StandardCharsets.UTF_8);
    assertThat(JournalFile.read(path)).isEqualTo(new JournalFile(List.of(), 1));
  }

  @Test
  void lineWithMoreThanIsKnown_isRead() throws IOException {
    Files.writeString(path, HEAD + "\"NOTE\",\"data\":{\"text\":\"a\",\"later\":1},\"more\":2}\n");
    assertThat(JournalFile.read(path).entries())
        .singleElement()
        .returns(new RunEvent.Note("a"), JournalEntry::event)
        .returns(1.5, JournalEntry::elapsed);
  }

  @Test
  void numberThatIsNoNumber_isNotKnown() {
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      journal.append(
          new Observed(
              List.of(), Map.of("a", Double.POSITIVE_INFINITY), Map.of(), Set.of(), List.of()));
    }
    Observed read = (Observed) JournalFile.read(path).entries().get(0).event();
    assertThat(read.signals()).containsEntry("a", null);
    assertThat(path).content().doesNotContain("Infinity");
  }

  @Test
  void cutAnywhere_isReadUpToItsLastWholeLine() throws Exception {
    List<JournalEntry> all = new ArrayList<>();
    try (Journal journal = Journal.create(path, Clock.systemUTC())) {
      all.add(journal.append(new RunEvent.Note("▄▀ müde 😀")));
      all.add(journal.append(new LoadEvent.Ended("steady", Map.of("sold", 3L))));
      all.add(journal.append(new RunEvent.Ended(null, Map.of())));
    }

    CutAnywhere.of(
        path,
        left -> {
          JournalFile file = JournalFile.read(path);
          int whole = CutAnywhere.wholeLines(left);
          // A last line that only lacks its end is whole.
          int read = file.entries().size();
          assertThat(read).isBetween(whole, whole + 1);
          assertThat(file.entries()).isEqualTo(all.subList(0, read));
          assertThat(read + file.unreadableLines())
              .isEqualTo(whole + (CutAnywhere.isWithinALine(left) ? 1 : 0));
        });
  }
}
