package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.diagnosis.semantic.words.ComparedText;
import io.chaoschapters.diagnosis.semantic.words.Names;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Invariants that are or were out of bounds, and numbers that moved or went missing. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MeasuredSymptoms {
  /** A number that moved less, as a share of a factor of ten, has not moved. */
  private static final double LEAST = 0.2;

  /** A number that moved no more than that has stayed as it was. */
  private static final double STILL = 0.02;

  /** More would take longer than an answer may. */
  private static final int MOST_UNMOVED = 24;

  private final Names names;

  private MeasuredSymptoms(Names names) {
    this.names = names;
  }

  public static List<Symptom> of(Evidence evidence, Calibration calibration) {
    MeasuredSymptoms symptoms = new MeasuredSymptoms(Names.of(evidence));
    long past = evidence.violations().stream().filter(v -> !v.active()).count();
    double pastWeight =
        Math.min(calibration.pastViolation(), calibration.pastViolations() / Math.max(1, past));
    List<Symptom> found = new ArrayList<>();
    Harm harm = Harm.of(evidence.components());
    for (ViolationEvidence violation : evidence.violations()) {
      SymptomKind active =
          harm.isOfAnswering(symptoms.names.asRole(violation.statement()))
              ? SymptomKind.COVERED
              : SymptomKind.VIOLATION;
      found.add(
          violation.active()
              ? symptoms.violation(violation, active, calibration.violation())
              : symptoms.violation(violation, SymptomKind.PAST, pastWeight));
    }
    for (SignalChange signal : evidence.signals()) {
      Symptom moved = symptoms.signal(signal);
      if (moved != null) {
        found.add(moved);
      }
    }
    return found;
  }

  /** What the numbers are about that are known and stayed as they were. */
  public static List<String> unmoved(Evidence evidence) {
    Names names = Names.of(evidence);
    return evidence.signals().stream()
        .filter(MeasuredSymptoms::isUnmoved)
        .map(signal -> names.asRole(signal.description()))
        .distinct()
        .limit(MOST_UNMOVED)
        .toList();
  }

  private static boolean isUnmoved(SignalChange signal) {
    Double before = signal.before().value();
    Double now = signal.now().value();
    return before != null && now != null && strength(before, now) <= STILL;
  }

  private Symptom violation(ViolationEvidence violation, SymptomKind kind, double weight) {
    String unit = violation.unit().isEmpty() ? "" : " " + violation.unit();
    String statement = names.asRole(violation.statement());
    return Symptom.of(
        kind,
        RootLocale.format(CoreText.get("symptom.violation"), statement),
        statement,
        weight,
        violation.component(),
        Citation.of(
            violation.statement(),
            RootLocale.format(
                CoreText.get("citation.violation"),
                Numbers.plain(violation.measured()),
                unit,
                violation.bound().words(),
                unit)));
  }

  private @Nullable Symptom signal(SignalChange signal) {
    Double before = signal.before().value();
    Double now = signal.now().value();
    String description = names.asRole(signal.description());
    if (before == null) {
      return null;
    }
    if (now == null) {
      return signal.now().notYet() ? null : signal(signal, "lost", description, 1);
    }
    double strength = strength(before, now);
    if (strength <= LEAST) {
      return null;
    }
    String way = now == 0 ? "zero" : now > before ? "rose" : "fell";
    return signal(signal, way, description, strength);
  }

  private static Symptom signal(
      SignalChange signal, String way, String description, double strength) {
    return new Symptom(
        way.equals("lost") ? SymptomKind.LOST_SIGNAL : SymptomKind.SIGNAL,
        RootLocale.format(ComparedText.get("symptom.signal." + way), description),
        description,
        0,
        strength,
        null,
        Citation.of(signal.id(), signal.change()),
        null);
  }

  /** How far a number moved, 1 for a factor of ten, and for one that came out of or fell to 0. */
  public static double strength(double before, double now) {
    if (before == now) {
      return 0;
    }
    if (before == 0 || now == 0 || before < 0 != now < 0) {
      return 1;
    }
    return Math.min(1, Math.abs(Math.log10(now / before)));
  }
}
