package io.chaoschapters.stage.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.file.CutAnywhere;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.text.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();

  private CastRecorder recorder(String name) {
    return new CastRecorder(
        folder.resolve(name), "The \"shop\"", Instant.ofEpochSecond(1_700_000_000), nanos::get);
  }

  @Test
  void recording_isOneJsonValueALine() throws IOException {
    Path path = folder.resolve("show.cast");
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (CastRecorder recorder = recorder("show.cast")) {
      OutputStream tee = recorder.tee(shown);
      tee.write("before the start".getBytes(StandardCharsets.UTF_8));
      recorder.start(80, 24);
      nanos.set(1_500_000_000);
      tee.write("a\u001b[1m█\"".getBytes(StandardCharsets.UTF_8));
      recorder.mark("Chapter");
      recorder.resized(100, 30);
    }

    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(path);
    JsonNode head = json.readTree(lines.get(0));
    assertThat(head.path("version").asInt()).isEqualTo(2);
    assertThat(head.path("width").asInt()).isEqualTo(80);
    assertThat(head.path("height").asInt()).isEqualTo(24);
    assertThat(head.path("timestamp").asLong()).isEqualTo(1_700_000_000);
    assertThat(head.path("title").asText()).isEqualTo("The \"shop\"");
    assertThat(lines.subList(1, lines.size()))
        .containsExactly(
            "[1.5,\"o\",\"a\\u001B[1m█\\\"\"]",
            "[1.5,\"m\",\"Chapter\"]",
            "[1.5,\"r\",\"100x30\"]");
    assertThat(shown.toString(StandardCharsets.UTF_8)).startsWith("before the starta");
  }

  @Test
  void characterCutInTwo_isRecordedWhole() {
    byte[] block = "█".getBytes(StandardCharsets.UTF_8);
    try (CastRecorder recorder = recorder("cut.cast")) {
      recorder.start(80, 24);
      recorder.written(block, 0, 1);
      recorder.written(block, 1, 2);
    }

    assertThat(Cast.read(folder.resolve("cut.cast")).events())
        .containsExactly(new Cast.Event(0, "o", "█"));
  }

  @Test
  void headlessRun_isRecordedWithAMarkerAChapter() {
    Cast cast = headless("headless.cast");

    assertThat(cast.columns()).isEqualTo(100);
    assertThat(cast.events())
        .filteredOn(event -> event.kind().equals("m"))
        .extracting(Cast.Event::data)
        .containsExactly("A till freezes");
    assertThat(cast.events().get(0).data()).contains("\u001b[2J");
    assertThat(cast.events()).filteredOn(event -> event.kind().equals("o")).hasSizeGreaterThan(20);
  }

  private Cast headless(String name) {
    Theme theme = new Theme(Palette.DARK, Symbols.UNICODE);
    try (HeadlessRecorder headless = new HeadlessRecorder(recorder(name), theme, 100, 30)) {
      RunProjection projection = new RunProjection(headless);
      for (JournalEntry entry : Shows.over().entries()) {
        nanos.set(Math.round(entry.elapsed() * 1e9));
        projection.on(entry);
      }
    }
    return Cast.read(folder.resolve(name));
  }

  @Test
  @EnabledIf("asciinemaIsInstalled")
  void recording_isPlayedByAsciinema() throws Exception {
    headless("headless.cast");
    Process process =
        // It insists on a terminal of its own, which a build server does not have.
        new ProcessBuilder("script", "-qec", "asciinema cat headless.cast", "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("played").toFile())
            .start();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(folder.resolve("played")).content().contains("freeze on till-2");
  }

  static boolean asciinemaIsInstalled() {
    return isOnPath("asciinema") && isOnPath("script");
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  @Test
  void recordingThatWasCutOff_isReadUpToItsLastWholeLine() throws IOException {
    Path path = folder.resolve("half.cast");
    Files.writeString(
        path, "{\"version\":2,\"width\":80,\"height\":24}\n[1,\"o\",\"a\"]\n[2,\"o\",\"b");

    assertThat(Cast.read(path).events()).containsExactly(new Cast.Event(1, "o", "a"));
  }

  @Test
  void fileOfAnotherKind_isRefusedInOneSentence() throws IOException {
    Path path = Files.writeString(folder.resolve("pom.xml"), "<project/>");

    assertThatThrownBy(() -> Cast.read(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            path
                + " is not a recording of a show (an asciicast, version 2)."
                + " Use a run's show.cast.");
  }

  @Test
  void replay_isLabelledAllTheTimeAndLeavesTheTerminalAsItWas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Cast cast =
        new Cast(
            80, 24, "", List.of(new Cast.Event(0.1, "o", "one"), new Cast.Event(99, "o", "two")));
    new CastPlayer(out, 10, 0.1).play(cast, new CountDownLatch(1));

    String played = out.toString(StandardCharsets.UTF_8);
    assertThat(played).containsPattern("(?s)one.*REPLAY.*two.*REPLAY");
    assertThat(played).startsWith("\u001b[?1049h").endsWith("\u001b[?25h\u001b[?1049l");
  }

  @Test
  void replay_endsWhenItIsStopped() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Cast cast = new Cast(80, 24, "", List.of(new Cast.Event(3600, "o", "late")));
    CountDownLatch stop = new CountDownLatch(1);
    stop.countDown();
    new CastPlayer(out, 1, 3600).play(cast, stop);

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("late");
  }

  @Test
  void transcript_asksForNothingFromTheNetworkAndCannotBeBrokenOutOf() throws IOException {
    Path page = folder.resolve("show.html");
    Cast cast =
        new Cast(80, 24, "<b>", List.of(new Cast.Event(1, "o", "</script><script>alert(1)")));
    HtmlTranscript.write(cast, List.of("1.0s  NOTE  a < b"), page);

    assertThat(page)
        .content()
        .contains("a &lt; b")
        .contains("&lt;b&gt;")
        .doesNotContain("</script><script>alert")
        .doesNotContainPattern("https?://")
        .doesNotContain("@@");
  }

  @Test
  void recordingCutWithinASign_isReadUpToItsLastWholeLine() throws IOException {
    Path path = folder.resolve("cut.cast");
    try (InputStream in = RecordingTest.class.getResourceAsStream("cut-in-a-sign.cast")) {
      byte[] lastLine = in.readAllBytes();
      Files.writeString(
          path, "{\"version\":2,\"width\":120,\"height\":36}\n[1,\"o\",\"a\"]\n[2,\"o\",\"");
      Files.write(path, lastLine, StandardOpenOption.APPEND);
    }

    assertThat(Cast.read(path).events()).containsExactly(new Cast.Event(1, "o", "a"));
  }

  @Test
  void recordingCutAnywhere_isReadUpToItsLastWholeLineOrRefusedInASentence() throws Exception {
    Path path = folder.resolve("anywhere.cast");
    try (CastRecorder recorder = recorder("anywhere.cast")) {
      OutputStream tee = recorder.tee(OutputStream.nullOutputStream());
      recorder.start(80, 24);
      tee.write("▄▀ müde".getBytes(StandardCharsets.UTF_8));
      recorder.mark("Chapter █");
      tee.write("😀".getBytes(StandardCharsets.UTF_8));
    }
    List<Cast.Event> all = Cast.read(path).events();

    CutAnywhere.of(
        path,
        left -> {
          int whole = CutAnywhere.wholeLines(left);
          try {
            Cast cast = Cast.read(path);
            int read = cast.events().size();
            assertThat(read + 1).isBetween(whole, whole + 1);
            assertThat(cast.events()).isEqualTo(all.subList(0, read));
          } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith(path + " is not a recording of a show");
            assertThat(whole).as("whole lines").isZero();
          }
        });
  }
}
