package io.chaoschapters.diagnosis.answer;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Checks that the numbers a diagnosis cites are in the evidence.
 *
 * <p>A number counts as found when the evidence holds it as it is cited, or holds one that rounds
 * to it at the digits that are cited.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Grounding {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}._-])-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private final Set<Double> known = new HashSet<>();

  /** Gathers every number of the evidence. */
  public Grounding(Evidence evidence) {
    evidence
        .signals()
        .forEach(
            signal -> {
              add(signal.before());
              add(signal.now());
            });
    evidence
        .violations()
        .forEach(
            violation -> {
              known.add(violation.measured());
              known.add(violation.worst());
              known.addAll(numbers(violation.sentence()));
            });
    evidence.components().forEach(this::add);
    evidence.baseline().components().forEach(this::add);
    evidence.log().forEach(line -> known.addAll(numbers(line.text())));
    evidence.baseline().log().forEach(line -> known.addAll(numbers(line.text())));
  }

  /** Returns a copy with each citation marked as grounded or not. */
  public Diagnosis check(Diagnosis diagnosis) {
    return diagnosis.withCitations(c -> new Citation(c.source(), c.value(), isGrounded(c.value())));
  }

  /** Whether each number in a text is in the evidence; true for a text without numbers. */
  public boolean isGrounded(String text) {
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      if (!isKnown(matcher.group())) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(String cited) {
    double value = Double.parseDouble(cited);
    int point = cited.indexOf('.');
    int decimals = point < 0 ? 0 : cited.length() - point - 1;
    double tolerance = 0.5 * Math.pow(10, -decimals) + 1e-9 * Math.abs(value);
    return known.stream()
        .anyMatch(
            number -> rounds(number) ? Math.abs(number - value) <= tolerance : number == value);
  }

  /** A whole number is cited as it is; only a fraction may be rounded. */
  private static boolean rounds(double number) {
    return number != Math.rint(number);
  }

  private void add(ComponentStatus status) {
    known.addAll(numbers(status.detail()));
  }

  private void add(Reading reading) {
    if (reading.value() != null) {
      known.add(reading.value());
    }
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(Double.parseDouble(matcher.group()));
    }
    return numbers;
  }
}
