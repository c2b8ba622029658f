package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What distinguishes evidence from the same system's own steady state.
 *
 * @param list the symptoms, the weightiest first
 * @param missing weight of what is not known any more, which no term can explain
 */
record EarlierSymptoms(List<EarlierSymptom> list, double missing) {
  private static final Pattern LEVEL =
      Pattern.compile("^\\W*(?:WARN(?:ING)?|ERROR|SEVERE|FATAL)\\W*", Pattern.CASE_INSENSITIVE);

  EarlierSymptoms {
    list = List.copyOf(list);
  }

  static EarlierSymptoms of(Evidence evidence, EarlierCalibration calibration) {
    List<EarlierSymptom> found = components(evidence, calibration);
    evidence.activeViolations().forEach(v -> found.add(violation(v, calibration.violation())));
    found.addAll(past(evidence, calibration));
    found.addAll(log(evidence, calibration));
    found.sort(Comparator.comparingDouble(EarlierSymptom::weight).reversed());
    return new EarlierSymptoms(found, calibration.missing() * unknownShare(evidence));
  }

  /** How much all symptoms weigh together. */
  double weight() {
    return list.stream().mapToDouble(EarlierSymptom::weight).sum();
  }

  private static List<EarlierSymptom> components(
      Evidence evidence, EarlierCalibration calibration) {
    Map<String, ComponentStatus> steady =
        evidence.baseline().components().stream()
            .collect(Collectors.toMap(ComponentStatus::id, Function.identity(), (a, b) -> a));
    Map<String, List<ComponentStatus>> worse = new LinkedHashMap<>();
    for (ComponentStatus status : evidence.components()) {
      ComponentStatus before = steady.get(status.id());
      boolean changed = before == null || before.health() != status.health();
      if (changed && isBad(status.health())) {
        worse.computeIfAbsent(status.role(), role -> new ArrayList<>()).add(status);
      }
    }
    List<EarlierSymptom> found = new ArrayList<>();
    worse.forEach(
        (role, lost) -> {
          long all = evidence.components().stream().filter(c -> c.role().equals(role)).count();
          if (lost.size() > 1 && lost.size() * 2 > all) {
            found.add(most(role, lost, calibration));
          } else {
            lost.forEach(status -> found.add(component(status, calibration)));
          }
        });
    return found;
  }

  /**
   * Losing most of what does the same work is one event, and another one than losing one of it:
   * what sets the two apart counts once more, as between the states of one component.
   */
  private static EarlierSymptom most(
      String role, List<ComponentStatus> lost, EarlierCalibration calibration) {
    String most = RootLocale.format("more than half of the %ss are gone", role);
    return new EarlierSymptom(
        most,
        calibration.component(),
        null,
        Citation.of(
            lost.stream().map(ComponentStatus::id).collect(Collectors.joining(", ")),
            lost.stream()
                .map(status -> status.health().words())
                .distinct()
                .collect(Collectors.joining(", "))),
        List.of(most, RootLocale.format("one of the %ss is gone", role)));
  }

  private static boolean isBad(Health health) {
    return health != Health.SERVING && health != Health.UNKNOWN;
  }

  private static EarlierSymptom component(ComponentStatus status, EarlierCalibration calibration) {
    return new EarlierSymptom(
        sentence(status, status.health()),
        calibration.component(),
        status.id(),
        Citation.of(status.id(), status.health().words()),
        Arrays.stream(Health.values())
            .filter(health -> health != Health.UNKNOWN)
            .map(health -> sentence(status, health))
            .toList());
  }

  private static String sentence(ComponentStatus status, Health health) {
    return RootLocale.format("the %s %s %s", status.role(), status.id(), health.words());
  }

  private static EarlierSymptom violation(ViolationEvidence violation, double weight) {
    String unit = violation.unit().isEmpty() ? "" : " " + violation.unit();
    return new EarlierSymptom(
        RootLocale.format(CoreText.get("symptom.violation"), violation.statement()),
        weight,
        violation.component(),
        Citation.of(
            violation.statement(),
            RootLocale.format(
                CoreText.get("citation.violation"),
                Numbers.plain(violation.measured()),
                unit,
                violation.bound().words(),
                unit)),
        List.of());
  }

  private static List<EarlierSymptom> past(Evidence evidence, EarlierCalibration calibration) {
    List<ViolationEvidence> past = evidence.violations().stream().filter(v -> !v.active()).toList();
    double weight =
        Math.min(
            calibration.pastViolation(), calibration.pastViolations() / Math.max(1, past.size()));
    return past.stream().map(v -> violation(v, weight)).toList();
  }

  /** Components often print the same line; it counts once, for the one that printed it first. */
  private static List<EarlierSymptom> log(Evidence evidence, EarlierCalibration calibration) {
    Map<String, LogEvidence> lines = new LinkedHashMap<>();
    evidence.log().stream()
        .filter(LogEvidence::warning)
        .forEach(line -> lines.putIfAbsent(LEVEL.matcher(line.text()).replaceFirst(""), line));
    int read = Math.min(calibration.logLines(), lines.size());
    return lines.entrySet().stream()
        .limit(read)
        .map(
            line ->
                new EarlierSymptom(
                    line.getKey(),
                    calibration.log() / read,
                    line.getValue().component(),
                    Citation.of(line.getValue().component() + " log", line.getValue().text()),
                    List.of()))
        .toList();
  }

  private static double unknownShare(Evidence evidence) {
    long components =
        evidence.components().stream().filter(c -> c.health() == Health.UNKNOWN).count();
    long signals = evidence.signals().stream().filter(EarlierSymptoms::becameUnknown).count();
    int all = evidence.components().size() + evidence.signals().size();
    return all == 0 ? 1 : (components + signals) / (double) all;
  }

  private static boolean becameUnknown(SignalChange signal) {
    return signal.before().isKnown() && !signal.now().isKnown();
  }
}
