package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The subject's signals as the journal's first event names them.
 *
 * @param all in the subject's order
 * @param pollSeconds from one observation to the next
 */
record SignalInfos(List<Info> all, double pollSeconds) {
  private static final int FIRST_SHOWN = 3;

  /**
   * One signal.
   *
   * @param limit the id of the signal that is its limit, or empty
   * @param scaleMax the upper end of its scale, NaN when the subject gives none
   */
  record Info(
      String id, String label, String description, String unit, String limit, double scaleMax) {}

  SignalInfos {
    all = List.copyOf(all);
  }

  static SignalInfos of(List<JournalEvent> events) {
    return events.stream()
        .filter(event -> event.type() == EventType.RUN_STARTED)
        .findFirst()
        .map(SignalInfos::of)
        .orElse(new SignalInfos(List.of(), 1));
  }

  private static SignalInfos of(JournalEvent started) {
    double poll = started.number("pollSeconds");
    List<Info> infos = new ArrayList<>();
    if (started.data().get("signals") instanceof Collection<?> signals) {
      for (Object signal : signals) {
        if (signal instanceof Map<?, ?> map) {
          infos.add(info(map));
        }
      }
    }
    return new SignalInfos(infos, poll > 0 ? poll : 1);
  }

  private static Info info(Map<?, ?> map) {
    return new Info(
        text(map, "id"),
        text(map, "label"),
        text(map, "description"),
        text(map, "unit"),
        text(map, "limit"),
        map.get("scaleMax") instanceof Number number ? number.doubleValue() : Double.NaN);
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  /** The subject's first signals and those with a limit; what is only another's limit is not. */
  List<Info> shown() {
    List<Info> drawn = all.stream().filter(info -> !isLimit(info)).toList();
    List<Info> first = drawn.subList(0, Math.min(FIRST_SHOWN, drawn.size()));
    return drawn.stream().filter(i -> first.contains(i) || !i.limit().isEmpty()).toList();
  }

  private boolean isLimit(Info info) {
    return all.stream().anyMatch(other -> other.limit().equals(info.id()));
  }
}
