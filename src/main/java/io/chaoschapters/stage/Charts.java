package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The signals' courses, and when there were faults.
 *
 * @param tracks in the subject's order
 * @param faults spans of time, oldest first; the end is NaN while a fault lasts
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Charts(List<SignalTrack> tracks, List<Span> faults) {
  private static final double ROOM_ABOVE_LIMIT = 1.2;

  /**
   * A span of time.
   *
   * @param from seconds since the run started
   * @param to seconds since the run started, NaN while it lasts
   */
  public record Span(double from, double to) {
    /** Whether a time lies in it. */
    public boolean contains(double time) {
      return time >= from && (Double.isNaN(to) || time <= to);
    }
  }

  /** Copies the lists. */
  public Charts {
    tracks = List.copyOf(tracks);
    faults = List.copyOf(faults);
  }

  static Charts none() {
    return new Charts(List.of(), List.of());
  }

  Charts apply(JournalEvent event) {
    return switch (event.type()) {
      case RUN_STARTED -> new Charts(definitions(event), List.of());
      case OBSERVED -> observed(event);
      case FAULT_INJECTED -> fault(new Span(event.elapsed(), Double.NaN));
      case FAULT_ENDED -> faultOver(event.elapsed());
      default -> this;
    };
  }

  private static List<SignalTrack> definitions(JournalEvent event) {
    return EventData.maps(event, "signals").stream()
        .map(
            map ->
                new SignalTrack(
                    EventData.clean(map, "id"),
                    EventData.clean(map, "label"),
                    EventData.clean(map, "unit"),
                    EventData.number(map, "scaleMax"),
                    EventData.clean(map, "limit"),
                    List.of()))
        .toList();
  }

  private Charts observed(JournalEvent event) {
    Map<?, ?> values = event.data().get("signals") instanceof Map<?, ?> map ? map : Map.of();
    Collection<?> notYet =
        event.data().get("notYet") instanceof Collection<?> list ? list : List.of();
    List<SignalTrack> known =
        tracks.isEmpty() ? values.keySet().stream().map(Charts::undefined).toList() : tracks;
    List<SignalTrack> next =
        known.stream()
            .map(
                track ->
                    track.plus(
                        event.elapsed(),
                        EventData.number(values, track.id()),
                        notYet.contains(track.id())))
            .toList();
    return new Charts(next, faults);
  }

  private static SignalTrack undefined(Object id) {
    String name = StageText.cleanLine(id.toString());
    return new SignalTrack(name, name, "", Double.NaN, "", List.of());
  }

  private Charts fault(Span span) {
    List<Span> all = new ArrayList<>(faults);
    all.add(span);
    return new Charts(tracks, all);
  }

  private Charts faultOver(double at) {
    return new Charts(
        tracks,
        faults.stream().map(s -> Double.isNaN(s.to()) ? new Span(s.from(), at) : s).toList());
  }

  /** The newest value of a signal's limit; NaN when it has none. */
  public double limitOf(SignalTrack track) {
    return find(track.limit()).map(SignalTrack::latest).orElse(Double.NaN);
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

  /** The signals that are drawn: all but those that are only another's limit. */
  public List<SignalTrack> shown() {
    return tracks.stream().filter(track -> !isLimit(track)).toList();
  }

  private boolean isLimit(SignalTrack track) {
    return tracks.stream().anyMatch(other -> other.limit().equals(track.id()));
  }

  private Optional<SignalTrack> find(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : tracks.stream().filter(track -> track.id().equals(id)).findFirst();
  }
}
