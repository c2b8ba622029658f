package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.subject.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What distinguishes evidence from the same system's own steady state.
 *
 * @param list the symptoms, the most telling kind first
 * @param unmoved what the numbers that stayed as they were are about
 * @param missing weight of what is not known any more, which no term can explain
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Symptoms(List<Symptom> list, List<String> unmoved, double missing) {
  /** More would take longer than an answer may, and say little. */
  public static final int MOST = 28;

  public Symptoms {
    list = List.copyOf(list);
    unmoved = List.copyOf(unmoved);
  }

  public static Symptoms of(Evidence evidence, Calibration calibration) {
    List<Symptom> found = new ArrayList<>();
    found.addAll(StateSymptoms.of(evidence, calibration));
    found.addAll(MeasuredSymptoms.of(evidence, calibration));
    found.addAll(LogSymptoms.of(evidence, calibration));
    found.sort(
        Comparator.comparing(Symptom::kind)
            .thenComparing(Comparator.comparingDouble(Symptom::strength).reversed()));
    return new Symptoms(
        found.subList(0, Math.min(MOST, found.size())),
        MeasuredSymptoms.unmoved(evidence),
        calibration.missing() * unknownShare(evidence));
  }

  /** These, with work that comes in far beyond what is usual before all others. */
  public Symptoms with(List<Symptom> surges) {
    List<Symptom> all = new ArrayList<>(surges);
    list.stream()
        .filter(s -> surges.stream().noneMatch(surge -> surge.citation().equals(s.citation())))
        .forEach(all::add);
    return new Symptoms(all.subList(0, Math.min(MOST, all.size())), unmoved, missing);
  }

  /** How much all symptoms weigh together. */
  public double weight() {
    return list.stream().mapToDouble(Symptom::weight).sum();
  }

  /** Those by which terms are judged; without any, nothing is judged. */
  public List<String> sentences() {
    return list.stream().map(Symptom::sentence).toList();
  }

  private static double unknownShare(Evidence evidence) {
    long components =
        evidence.components().stream().filter(c -> c.health() == Health.UNKNOWN).count();
    long signals = evidence.signals().stream().filter(Symptoms::becameUnknown).count();
    int all = evidence.components().size() + evidence.signals().size();
    return all == 0 ? 1 : (components + signals) / (double) all;
  }

  private static boolean becameUnknown(SignalChange signal) {
    return signal.before().isKnown() && !signal.now().isKnown();
  }
}
