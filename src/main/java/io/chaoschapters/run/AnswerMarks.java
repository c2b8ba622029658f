package io.chaoschapters.run;

import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know of an answer, beside what it says.
 *
 * @param afterViolationSeconds from the violation that was waited for to the evidence; null when
 *     nothing had been out of bounds
 * @param afterFault whether the fault had ended, undone or expired, when it was gathered; never for
 *     a control
 * @param namedBySystem terms that the system's own words name: its log, what it says of its states
 * @param measured what trials of this diagnoser on this system came to, or that there are none;
 *     null when that was not looked up
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AnswerMarks(
    @Nullable Double afterViolationSeconds,
    boolean afterFault,
    List<String> namedBySystem,
    @Nullable String measured) {
  /** Nothing is known. */
  public static final AnswerMarks NONE = new AnswerMarks(null, false, List.of(), null);

  public AnswerMarks {
    namedBySystem = namedBySystem == null ? List.of() : List.copyOf(namedBySystem);
  }

  /** The same, with what the system names. */
  public AnswerMarks naming(Collection<String> terms) {
    return new AnswerMarks(afterViolationSeconds, afterFault, List.copyOf(terms), measured);
  }

  /** The same, with what trials came to. */
  public AnswerMarks measured(@Nullable String words) {
    return new AnswerMarks(afterViolationSeconds, afterFault, namedBySystem, words);
  }

  /** Those of some terms that the system itself names. */
  public List<String> namedOf(Collection<String> terms) {
    return namedBySystem.stream().filter(terms::contains).toList();
  }

  /** When the question came, in a few words; empty when that is not known. */
  public String asked() {
    List<String> parts = new ArrayList<>();
    if (afterViolationSeconds != null) {
      parts.add(RootLocale.format("%.1f s after the violation", afterViolationSeconds));
    }
    if (afterFault) {
      parts.add("after the fault");
    }
    return parts.isEmpty() ? "" : "asked " + String.join(", ", parts);
  }

  /**
   * All marks of an answer in a few words; empty when there are none.
   *
   * @param terms what the answer names
   */
  public String words(Collection<String> terms) {
    List<String> named = namedOf(terms);
    return Stream.of(
            measured == null ? "" : measured,
            asked(),
            named.isEmpty() ? "" : "named by the system itself: " + String.join(", ", named))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
