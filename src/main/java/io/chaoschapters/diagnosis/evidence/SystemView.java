package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.subject.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnoser with tools can look at: the running system, or what was saved of it. Both answer
 * the same questions.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface SystemView {
  /** All that is known now. */
  Evidence now();

  /** How a signal developed, oldest first; empty when there is no such signal. */
  Optional<List<Sample>> course(String signal);

  /** What a component printed since a moment, oldest first; empty when there is no such one. */
  Optional<List<Line>> log(String component, Instant since);

  /** What should hold, and whether it does. */
  List<Statement> statements();

  /** A Prometheus that measures the system; empty where none runs. */
  default Optional<PromQlSource> promQl() {
    return Optional.empty();
  }

  /**
   * A signal at a moment.
   *
   * @param at when it was read
   * @param reading what was read
   */
  record Sample(Instant at, Reading reading) {}

  /**
   * A line that was printed.
   *
   * @param at when; null when that is not known any more
   * @param text the line
   */
  record Line(@Nullable Instant at, String text) {}

  /**
   * Something that should hold.
   *
   * @param text what should hold, and what was measured
   * @param holds whether it does; null when that cannot be measured
   */
  record Statement(String text, @Nullable Boolean holds) {}
}
