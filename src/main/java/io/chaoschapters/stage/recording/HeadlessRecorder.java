package io.chaoschapters.stage.recording;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.ViewState;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * Records the stage of a run that has none: draws a frame when something happened, at most ten a
 * second.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HeadlessRecorder implements RunListener, AutoCloseable {
  private static final double SHORTEST = 0.1;

  private final AnsiFrames ansi = new AnsiFrames();
  private final CastRecorder recorder;
  private final Theme theme;
  private final int columns;
  private final int rows;
  private RunView run = RunView.live();
  private double drawn = Double.NEGATIVE_INFINITY;

  /**
   * Begins to record.
   *
   * @param recorder is closed with this one
   */
  public HeadlessRecorder(CastRecorder recorder, Theme theme, int columns, int rows) {
    this.recorder = recorder;
    this.theme = theme;
    this.columns = columns;
    this.rows = rows;
    recorder.start(columns, rows);
  }

  @Override
  public synchronized void on(JournalEntry entry, RunView after) {
    run = after;
    recorder.on(entry, after);
    if (entry.elapsed() - drawn >= SHORTEST) {
      draw(entry.elapsed());
    }
  }

  private void draw(double now) {
    drawn = now;
    Frame frame = FrameRenderer.draw(run, ViewState.initial(), columns, rows, theme, now);
    byte[] bytes = ansi.next(frame).getBytes(StandardCharsets.UTF_8);
    recorder.written(bytes, 0, bytes.length);
  }

  /** Draws the last state and closes the recording. */
  @Override
  public synchronized void close() {
    draw(run.at());
    recorder.close();
  }
}
