package io.chaoschapters.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.SampleEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path file;
  private Journal journal;

  @BeforeEach
  void open() {
    file = folder.resolve("journal.jsonl");
    journal = Journal.create(file, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(JSON.readTree(line));
    }
    return events;
  }

  @Test
  void event_isOneLineWithAllItHolds() throws IOException {
    journal.enterChapter("01-start");
    journal.note("two\nlines and \"quotes\" – ü");
    JsonNode line = lines().get(0);
    assertThat(lines()).hasSize(1);
    assertThat(line.path("sequence").asLong()).isEqualTo(1);
    assertThat(line.path("at").asText()).isEqualTo(NOW.toString());
    assertThat(line.path("elapsed").isNumber()).isTrue();
    assertThat(line.path("type").asText()).isEqualTo("NOTE");
    assertThat(line.path("chapter").asText()).isEqualTo("01-start");
    assertThat(line.at("/data/text").asText()).isEqualTo("two\nlines and \"quotes\" – ü");
  }

  @Test
  void event_isInTheFileWhenAppendReturns() throws IOException {
    journal.note("");
    assertThat(lines()).hasSize(1);
    journal.appendDurably(new FaultEvent.Armed("a", List.of(), 1, List.of()));
    assertThat(lines()).hasSize(2);
  }

  @Test
  void listener_hearsAfterTheLineIsWritten() {
    List<Integer> linesSeen = new ArrayList<>();
    journal.listen(
        event -> {
          try {
            linesSeen.add(lines().size());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    journal.note("");
    journal.note("");
    assertThat(linesSeen).containsExactly(1, 2);
  }

  @Test
  void manyThreads_writeWholeLinesInTheOrderThatListenersHear()
      throws IOException, InterruptedException, ExecutionException {
    List<Long> heard = new ArrayList<>(); // Guarded by the journal: listeners hear one by one.
    journal.listen(entry -> heard.add(entry.sequence()));
    String long4k = "x".repeat(4096);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  t ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < 50; i++) {
                              journal.note(long4k);
                            }
                          }))
              .toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    List<Long> expected = LongStream.rangeClosed(1, 400).boxed().toList();
    assertThat(lines().stream().map(line -> line.path("sequence").asLong())).isEqualTo(expected);
    assertThat(heard).isEqualTo(expected);
  }

  @Test
  void runIsCutOffWithinALine_everyLineBeforeItCanBeRead() throws IOException {
    journal.append(SampleEvents.started("shop"));
    journal.note("torn");
    byte[] all = Files.readAllBytes(file);
    String cut = new String(Arrays.copyOf(all, all.length - 7), StandardCharsets.UTF_8);
    String whole = cut.substring(0, cut.lastIndexOf('\n') + 1);
    assertThat(whole.lines().map(JournalTest::type)).containsExactly("RUN_STARTED");
    String torn = cut.substring(whole.length());
    assertThatThrownBy(() -> JSON.readTree(torn)).isInstanceOf(JsonProcessingException.class);
  }

  private static String type(String line) {
    try {
      return JSON.readTree(line).path("type").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fileThatIsThere_isNotOverwritten() throws IOException {
    journal.note("");
    assertThatThrownBy(() -> Journal.create(file, Clock.systemUTC()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot write the journal");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void closedJournal_stillTellsItsListeners() throws IOException {
    List<RunEvent> heard = new ArrayList<>();
    journal.listen(entry -> heard.add(entry.event()));
    journal.close();
    journal.note("");
    assertThat(heard).containsExactly(new RunEvent.Note(""));
    assertThat(lines()).isEmpty();
  }

  @Test
  void theDiskIsFull_observationsAreHeardButNotWritten(@TempDir Path run) {
    DiskReserve reserve = DiskReserve.in(run);
    RunEvent seen = SampleEvents.signals(Map.of("a", 1.0));
    RunEvent ended = new FaultEvent.Ended("a", 1, null);
    List<RunEvent> heard = new ArrayList<>();
    Path path = run.resolve("journal.jsonl");
    try (Journal full = Journal.create(path, Clock.systemUTC(), reserve, System.nanoTime())) {
      full.listen(entry -> heard.add(entry.event()));
      full.append(seen);
      reserve.spend();
      full.append(seen);
      full.append(ended);
    }

    assertThat(heard).containsExactly(seen, seen, ended);
    assertThat(JournalFile.read(path).entries())
        .extracting(JournalEntry::event)
        .containsExactly(seen, ended);
  }
}
