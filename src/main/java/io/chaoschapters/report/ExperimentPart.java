package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done to the system in a chapter, and what recovery came to. */
final class ExperimentPart {
  private final Markup page;
  private final Parts parts;
  private final ChapterRecord chapter;

  ExperimentPart(Markup page, ChapterRecord chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
  }

  void write() {
    ChapterResult result = chapter.result();
    boolean hasExperiment = result != null && result.experiment() != null;
    boolean hasFault = !chapter.all(EventType.FAULT_ARMED).isEmpty();
    boolean hasLoad = !chapter.all(EventType.LOAD_STARTED).isEmpty();
    if (!hasExperiment && !hasFault && !hasLoad) {
      return;
    }
    page.leaf("h3", hasExperiment || hasFault ? "Experiment" : "Load");
    page.in("dl", () -> facts(result), "class", "facts");
  }

  private void facts(@Nullable ChapterResult result) {
    if (result != null && result.experiment() != null) {
      parts.fact("Name", result.experiment());
    }
    List<JournalEvent> armed = chapter.all(EventType.FAULT_ARMED);
    armed.forEach(event -> parts.fact("Fault", fault(event)));
    if (armed.isEmpty()) {
      parts.fact("Fault", "none");
    }
    Span.faults(chapter).forEach(span -> parts.fact("Present", present(span)));
    chapter
        .all(EventType.FAULT_WITNESSED)
        .forEach(event -> parts.fact("Witness", "saw it: " + event.text("statement")));
    chapter
        .all(EventType.FAULT_NOT_WITNESSED)
        .forEach(event -> parts.fact("Witness", "did not see it: " + event.text("statement")));
    armed.forEach(event -> parts.fact("Undo", words(event.data().get("undo"))));
    chapter.all(EventType.LOAD_ENDED).forEach(event -> parts.fact("Load", load(event)));
    recovery(result);
  }

  private void recovery(@Nullable ChapterResult result) {
    String outcome =
        result == null || result.recovery() == null
            ? ""
            : result.recovery().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String why =
        chapter.last(EventType.RECOVERY_FAILED).map(event -> event.text("reason")).orElse("");
    boolean begun = !chapter.all(EventType.RECOVERING).isEmpty();
    if (outcome.isEmpty() && why.isEmpty() && begun) {
      boolean done = !chapter.all(EventType.RECOVERED).isEmpty();
      outcome = done ? "recovered" : "began; its end is not in the journal";
    }
    parts.fact("Recovery", outcome + (why.isEmpty() ? "" : ": " + why));
  }

  private static String fault(JournalEvent event) {
    String target = words(event.data().get("target"));
    return event.text("fault")
        + (target.isEmpty() ? "" : " on " + target)
        + " for "
        + Texts.quantity(event.number("seconds"), "s");
  }

  private static String present(Span span) {
    String from = "from " + Texts.moment(span.from());
    return span.ended()
        ? RootLocale.format(
            "%s to %s of the chapter (%s)",
            from, Texts.moment(span.to()), Texts.duration(span.to() - span.from()))
        : from + " of the chapter; its end is not in the journal";
  }

  private static String load(JournalEvent event) {
    return event.text("load") + ": " + words(event.data().get("outcomes"));
  }

  static String words(@Nullable Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(ExperimentPart::words).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + words(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return Objects.toString(value, "");
  }
}
