package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Looks closer at evidence that was gathered, when the system itself is gone or has moved on. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidenceTools implements SystemTools {
  private final Evidence evidence;

  /** Makes tools for one piece of evidence. */
  public EvidenceTools(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public String listComponents() {
    return EvidenceText.components(evidence);
  }

  @Override
  public String queryMetric(String signal) {
    return evidence.signals().stream()
        .filter(s -> s.id().equals(signal))
        .map(s -> RootLocale.format("%s (%s): %s", s.id(), s.description(), s.change()))
        .findFirst()
        .orElseGet(() -> unknown("metric", evidence.signals().stream().map(SignalChange::id)));
  }

  @Override
  public String readLog(String component, int lines) {
    if (evidence.components().stream().noneMatch(c -> c.id().equals(component))) {
      return unknown("component", evidence.components().stream().map(c -> c.id()));
    }
    Predicate<LogEvidence> own = line -> line.component().equals(component);
    List<String> before = texts(evidence.baseline().log().stream().filter(own), lines);
    List<String> since = texts(evidence.log().stream().filter(own), lines);
    return RootLocale.format(
        "until the steady state:\n%s\nsince then:\n%s", joined(before), joined(since));
  }

  @Override
  public String checkInvariants() {
    return joined(evidence.violations().stream().map(ViolationEvidence::sentence).toList());
  }

  private static List<String> texts(Stream<LogEvidence> log, int lines) {
    return log.limit(Math.max(1, lines))
        .map(
            line -> line.count() == 1 ? line.text() : line.text() + " (" + line.count() + " times)")
        .toList();
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? CoreText.get("nothing") : String.join("\n", lines);
  }

  /** A component in one line. */
  public static String words(ComponentStatus status) {
    String detail = status.detail().isEmpty() ? "" : "; " + status.detail();
    return RootLocale.format("%s (%s) %s%s", status.id(), status.role(), status.words(), detail);
  }

  /** A reading, or why there is none. */
  public static String value(Reading reading) {
    Double value = reading.value();
    return value == null ? "unknown (" + reading.why() + ")" : Numbers.plain(value);
  }

  /**
   * Says that something is not there, and what is. What was asked for is not repeated: a model's
   * own words are no evidence, and could be taken for a leak.
   */
  public static String unknown(String kind, Stream<String> known) {
    return RootLocale.format(
        "There is no such %s. There are: %s.", kind, String.join(", ", known.toList()));
  }
}
