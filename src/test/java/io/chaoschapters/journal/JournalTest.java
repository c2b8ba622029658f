package io.chaoschapters.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.LinkedHashMap;
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
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", "two\nlines and \"quotes\" – ü");
    data.put("nothing", null);
    journal.enterChapter("01-start");
    journal.append(EventType.NOTE, data);
    JsonNode line = lines().get(0);
    assertThat(lines()).hasSize(1);
    assertThat(line.path("sequence").asLong()).isEqualTo(1);
    assertThat(line.path("at").asText()).isEqualTo(NOW.toString());
    assertThat(line.path("elapsed").isNumber()).isTrue();
    assertThat(line.path("type").asText()).isEqualTo("NOTE");
    assertThat(line.path("chapter").asText()).isEqualTo("01-start");
    assertThat(line.at("/data/text").asText()).isEqualTo("two\nlines and \"quotes\" – ü");
    assertThat(line.at("/data/nothing").isNull()).isTrue();
  }

  @Test
  void event_isInTheFileWhenAppendReturns() throws IOException {
    journal.append(EventType.NOTE, Map.of());
    assertThat(lines()).hasSize(1);
    journal.appendDurably(EventType.FAULT_ARMED, Map.of());
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
    journal.append(EventType.NOTE, Map.of());
    journal.append(EventType.NOTE, Map.of());
    assertThat(linesSeen).containsExactly(1, 2);
  }

  @Test
  void manyThreads_writeWholeLinesInTheOrderThatListenersHear()
      throws IOException, InterruptedException, ExecutionException {
    List<Long> heard = new ArrayList<>(); // Guarded by the journal: listeners hear one by one.
    journal.listen(event -> heard.add(event.sequence()));
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
                              journal.append(EventType.NOTE, Map.of("text", long4k));
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
    journal.append(EventType.RUN_STARTED, Map.of("title", "whole"));
    journal.append(EventType.NOTE, Map.of("text", "torn"));
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
    journal.append(EventType.NOTE, Map.of());
    assertThatThrownBy(() -> Journal.create(file, Clock.systemUTC()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot write the journal");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void closedJournal_stillTellsItsListeners() throws IOException {
    List<EventType> heard = new ArrayList<>();
    journal.listen(event -> heard.add(event.type()));
    journal.close();
    journal.append(EventType.NOTE, Map.of());
    assertThat(heard).containsExactly(EventType.NOTE);
    assertThat(lines()).isEmpty();
  }

  @Test
  void event_answersForWhatIsNotThere() {
    JournalEvent event = journal.append(EventType.NOTE, Map.of("text", "a", "seconds", 1.5));
    assertThat(event.text("text")).isEqualTo("a");
    assertThat(event.text("other")).isEmpty();
    assertThat(event.number("seconds")).isEqualTo(1.5);
    assertThat(event.number("text")).isNaN();
    assertThat(event.chapter()).isNull();
  }

  @Test
  void theDiskIsFull_observationsAreHeardButNotWritten(@TempDir Path run) {
    DiskReserve reserve = DiskReserve.in(run);
    List<EventType> heard = new ArrayList<>();
    Path path = run.resolve("journal.jsonl");
    try (Journal full = Journal.create(path, Clock.systemUTC(), reserve)) {
      full.listen(event -> heard.add(event.type()));
      full.append(EventType.OBSERVED, Map.of());
      reserve.spend();
      full.append(EventType.OBSERVED, Map.of());
      full.append(EventType.FAULT_ENDED, Map.of());
    }

    assertThat(heard)
        .containsExactly(EventType.OBSERVED, EventType.OBSERVED, EventType.FAULT_ENDED);
    assertThat(JournalFile.read(path).events())
        .extracting(JournalEvent::type)
        .containsExactly(EventType.OBSERVED, EventType.FAULT_ENDED);
  }
}
