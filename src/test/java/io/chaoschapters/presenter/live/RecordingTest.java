package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir Path folder;

  @Test
  void runWithAFolder_keepsTheRecordingAndItsPageThere() throws IOException {
    Recording recording = begin();
    byte[] frame = "a frame".getBytes(StandardCharsets.UTF_8);
    recording.recorder().start(80, 24);
    recording.recorder().written(frame, 0, frame.length);
    Path run = Files.createDirectories(folder.resolve("toy/run-1"));

    recording.keepIn(run.toString());

    assertThat(run.resolve("show.cast")).content().contains("a frame");
    assertThat(run.resolve("show.html")).content().contains("a frame");
    assertThat(recording.recorder().path()).doesNotExist();
  }

  @Test
  void runThatNeverBegan_leavesNoRecording() {
    Recording recording = begin();

    recording.keepIn("");

    assertThat(recording.recorder().path()).doesNotExist();
  }

  @Test
  void noStage_leavesNoRecording() {
    Recording recording = begin();

    recording.discard();

    assertThat(recording.recorder().path()).doesNotExist();
  }

  private Recording begin() {
    return Recording.begin(folder.toString(), "toy", Instant.EPOCH);
  }
}
