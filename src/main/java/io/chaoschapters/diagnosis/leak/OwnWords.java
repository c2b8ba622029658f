package io.chaoschapters.diagnosis.leak;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What the observed system itself says: log lines and what components say of themselves. A term
 * that stands there is evidence and no leak, because it was not put in.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OwnWords {
  private static final String MASK = "<term>";

  private OwnWords() {}

  /** The terms that the system itself names, each by its name in the glossary. */
  public static List<String> terms(Evidence evidence) {
    Set<String> names = new LinkedHashSet<>();
    for (String phrase : phrases(evidence)) {
      evidence.glossary().find(phrase).map(Term::name).ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  /** The names and synonyms that stand in its own words. */
  public static Set<String> phrases(Evidence evidence) {
    String said = said(evidence);
    Set<String> found = new LinkedHashSet<>();
    LeakCheck.patterns(names(evidence.glossary()))
        .forEach(
            (phrase, pattern) -> {
              if (pattern.matcher(said).find()) {
                found.add(phrase);
              }
            });
    return found;
  }

  /** Returns the evidence with each term in the system's own words replaced, to make it harder. */
  public static Evidence masked(Evidence evidence) {
    List<Pattern> patterns =
        new ArrayList<>(LeakCheck.patterns(names(evidence.glossary())).values());
    return changed(
        evidence,
        text -> {
          String masked = text;
          for (Pattern pattern : patterns) {
            masked = pattern.matcher(masked).replaceAll(MASK);
          }
          return masked;
        });
  }

  /** Returns the evidence without them: what is left is worded by the subject and this program. */
  public static Evidence without(Evidence evidence) {
    return changed(evidence, text -> "");
  }

  public static Set<String> names(Glossary glossary) {
    return glossary.terms().stream()
        .flatMap(term -> Stream.concat(Stream.of(term.name()), term.synonyms().stream()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String said(Evidence evidence) {
    Baseline baseline = evidence.baseline();
    return Stream.of(
            evidence.log().stream().map(LogEvidence::text),
            baseline.log().stream().map(LogEvidence::text),
            evidence.components().stream().map(ComponentStatus::detail),
            baseline.components().stream().map(ComponentStatus::detail),
            evidence.course().stream().map(CourseEvent::words))
        .flatMap(words -> words)
        .collect(Collectors.joining("\n"));
  }

  private static Evidence changed(Evidence evidence, UnaryOperator<String> change) {
    Baseline baseline = evidence.baseline();
    return new Evidence(
        evidence.takenAt(),
        components(evidence.components(), change),
        evidence.violations(),
        evidence.signals(),
        lines(evidence.log(), change),
        evidence.course().stream()
            .map(event -> new CourseEvent(event.seconds(), change.apply(event.words())))
            .toList(),
        new Baseline(
            baseline.takenAt(),
            components(baseline.components(), change),
            lines(baseline.log(), change)),
        evidence.glossary());
  }

  private static List<ComponentStatus> components(
      List<ComponentStatus> all, UnaryOperator<String> change) {
    return all.stream().map(c -> c.withDetail(change.apply(c.detail()))).toList();
  }

  private static List<LogEvidence> lines(List<LogEvidence> log, UnaryOperator<String> change) {
    return log.stream()
        .map(l -> new LogEvidence(l.component(), change.apply(l.text()), l.count(), l.warning()))
        .toList();
  }
}
