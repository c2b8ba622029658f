package io.chaoschapters.stage.chart;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.subject.Signal;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The signals' courses.
 *
 * @param run where they come from
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Charts(RunView run) {
  private static final double ROOM_ABOVE_LIMIT = 1.2;

  /** The signals that are drawn: all but those that are only another's limit. */
  public List<SignalTrack> shown() {
    return signals().stream().filter(signal -> !isLimit(signal)).map(this::track).toList();
  }

  private List<Signal> signals() {
    return run.facts().signals();
  }

  private SignalTrack track(Signal signal) {
    return new SignalTrack(signal, run.samples());
  }

  private boolean isLimit(Signal signal) {
    return signals().stream().anyMatch(other -> signal.id().equals(other.limit()));
  }

  /** The newest value of a signal's limit; NaN when it has none. */
  double limitOf(SignalTrack track) {
    return signals().stream()
        .filter(signal -> signal.id().equals(track.signal().limit()))
        .mapToDouble(signal -> track(signal).latest())
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * The upper end of a signal's scale: the fixed one, or one with room above the limit where that
   * lies higher, so that what is far below its limit does not look as if it were above it.
   */
  double scaleOf(SignalTrack track) {
    double limit = limitOf(track);
    double scale = track.scale();
    return limit > scale ? SignalTrack.roundedUp(limit * ROOM_ABOVE_LIMIT) : scale;
  }
}
