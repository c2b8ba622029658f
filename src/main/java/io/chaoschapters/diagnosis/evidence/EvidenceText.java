package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Evidence as Markdown, for people and for prompts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EvidenceText {
  private EvidenceText() {}

  /** All of it, the glossary last. */
  public static String markdown(Evidence evidence) {
    return observed(evidence) + "\n" + glossary(evidence.glossary());
  }

  /** What was observed, without the glossary. */
  public static String observed(Evidence evidence) {
    return section(CoreText.get("heading.components"), componentLines(evidence))
        + "\n"
        + section(CoreText.get("heading.violations"), violations(evidence))
        + "\n"
        + section(CoreText.get("heading.signals"), signals(evidence))
        + "\n"
        + section(
            CoreText.get("heading.log"), evidence.log().stream().map(EvidenceText::log).toList())
        + course(evidence);
  }

  /** Nothing at all when it was not kept, so that it does not read as if nothing happened. */
  private static String course(Evidence evidence) {
    return evidence.course().isEmpty()
        ? ""
        : "\n"
            + section(
                CoreText.get("heading.course"),
                evidence.course().stream()
                    .map(event -> RootLocale.format("+%.1f s %s", event.seconds(), event.words()))
                    .toList());
  }

  /** The glossary block: the only place where terms may stand. */
  public static String glossary(Glossary glossary) {
    return section(
        CoreText.get("heading.glossary"),
        glossary.terms().stream().map(EvidenceText::term).toList());
  }

  /** A line a component. */
  static String components(Evidence evidence) {
    return String.join("\n", componentLines(evidence));
  }

  private static List<String> componentLines(Evidence evidence) {
    return evidence.components().stream().map(status -> component(status, evidence)).toList();
  }

  private static String component(ComponentStatus status, Evidence evidence) {
    String detail = status.detail().isEmpty() ? "" : "; " + status.detail();
    String since = "";
    if (status.lastServing() != null && status.lastServing().isBefore(evidence.takenAt())) {
      since =
          "; "
              + RootLocale.format(
                  CoreText.get("component.lastServing"),
                  Duration.between(status.lastServing(), evidence.takenAt()).toMillis() / 1000.0);
    }
    return RootLocale.format(
        "%s (%s) %s%s%s", status.id(), status.role(), status.words(), since, detail);
  }

  private static List<String> violations(Evidence evidence) {
    return evidence.violations().stream().map(ViolationEvidence::sentence).toList();
  }

  private static List<String> signals(Evidence evidence) {
    return evidence.signals().stream()
        .map(s -> RootLocale.format("%s (%s): %s", s.id(), s.description(), s.change()))
        .toList();
  }

  private static String log(LogEvidence line) {
    String times = line.count() == 1 ? "" : " (" + line.count() + " times)";
    return line.component() + ": " + line.text() + times;
  }

  private static String term(Term term) {
    String synonyms =
        term.synonyms().isEmpty() ? "" : " (" + String.join(", ", term.synonyms()) + ")";
    return term.name() + synonyms + ": " + term.definition();
  }

  private static String section(String heading, List<String> lines) {
    List<String> shown = lines.isEmpty() ? List.of(CoreText.get("nothing")) : lines;
    return shown.stream()
        .map(line -> "- " + line + "\n")
        .collect(Collectors.joining("", "## " + heading + "\n", ""));
  }
}
