package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** What can be seen in evidence that was saved, when the system is gone or has moved on. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SavedView implements SystemView {
  private final Evidence evidence;

  /** Makes a view of one piece of evidence. */
  public SavedView(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public Evidence now() {
    return evidence;
  }

  /** Two readings are all that is kept. */
  @Override
  public Optional<List<Sample>> course(String signal) {
    return evidence.signals().stream()
        .filter(known -> known.id().equals(signal))
        .findFirst()
        .map(
            known ->
                List.of(
                    new Sample(evidence.baseline().takenAt(), known.before()),
                    new Sample(evidence.takenAt(), known.now())));
  }

  /**
   * Lines are kept without their times: before the steady state and after it is all that is known.
   */
  @Override
  public Optional<List<Line>> log(String component, Instant since) {
    if (evidence.components().stream().map(ComponentStatus::id).noneMatch(component::equals)) {
      return Optional.empty();
    }
    Instant steady = evidence.baseline().takenAt();
    Stream<LogEvidence> before =
        since.isBefore(steady) ? evidence.baseline().log().stream() : Stream.empty();
    List<Line> lines = new ArrayList<>();
    before.filter(l -> l.component().equals(component)).forEach(l -> lines.add(line(l, "earlier")));
    evidence.log().stream()
        .filter(l -> l.component().equals(component))
        .forEach(l -> lines.add(line(l, "since the steady state")));
    return Optional.of(List.copyOf(lines));
  }

  private static Line line(LogEvidence line, String when) {
    String times = line.count() == 1 ? "" : RootLocale.format(", %d times", line.count());
    return new Line(null, RootLocale.format("(%s%s) %s", when, times, line.text()));
  }

  /** What was within its bounds was not saved. */
  @Override
  public List<Statement> statements() {
    return evidence.violations().stream()
        .map(violation -> new Statement(violation.sentence(), !violation.active()))
        .toList();
  }
}
