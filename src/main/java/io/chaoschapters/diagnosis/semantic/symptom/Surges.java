package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.semantic.words.ComparedText;
import io.chaoschapters.diagnosis.semantic.words.Names;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Work that comes in many times as fast as at the steady state while nothing else is amiss.
 *
 * <p>Only rates are looked at: a time, an age or a backlog moves tenfold in the best of health, and
 * a counter only grows. A rate of failures is no demand.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Surges {
  /** Systems in order had up to 9.8 times their steady demand in the evidence that was judged. */
  private static final double LEAST = 10;

  /** Of fewer in a unit of time nobody can say what is usual. */
  private static final double FEWEST = 5;

  private static final Pattern RATE =
      any("(?:/|\\bper )\\s*(?:s|sec|seconds?|min|minutes?|h|hours?)\\b");
  private static final Pattern FAILING =
      any(
          "\\b(?:fail\\w*|errors?|reject\\w*|refus\\w*|declin\\w*|den(?:y|ied|ies)|drop\\w*|"
              + "discard\\w*|lost|los[es]\\w*|abort\\w*|cancel\\w*|retr(?:y|ies|ied)\\w*|repeat\\w*|"
              + "expir\\w*|evict\\w*|invalid|bad|broken|time[ds]? ?outs?|not|never|without|un\\w+ed)\\b");

  private Surges() {}

  private static Pattern any(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** One for each such rate; empty as soon as anything else is or was amiss. */
  public static List<Symptom> of(Evidence evidence, Calibration calibration) {
    boolean quiet =
        evidence.violations().isEmpty()
            && evidence.components().stream().allMatch(c -> c.health() == Health.SERVING);
    Names names = Names.of(evidence);
    return evidence.signals().stream()
        .filter(signal -> quiet && isSurge(signal))
        .map(signal -> surge(signal, names.asRole(signal.description()), calibration))
        .toList();
  }

  private static boolean isSurge(SignalChange signal) {
    Double before = signal.before().value();
    Double now = signal.now().value();
    return before != null
        && now != null
        && before >= FEWEST
        && now >= LEAST * before
        && RATE.matcher(signal.unit() + " " + signal.description()).find()
        && !isFailing(signal.description());
  }

  /** Whether a text is about what goes wrong, of which there may be many, too. */
  public static boolean isFailing(String text) {
    return FAILING.matcher(text).find();
  }

  private static Symptom surge(SignalChange signal, String description, Calibration calibration) {
    return Symptom.of(
        SymptomKind.VIOLATION,
        RootLocale.format(ComparedText.get("symptom.signal.surged"), description),
        description,
        calibration.violation(),
        null,
        Citation.of(signal.id(), signal.change()));
  }
}
