package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Span;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.view.EventWords;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.LoadView;
import io.chaoschapters.text.RootLocale;
import java.util.List;

/** What was done to the system in a chapter, and what recovery came to. */
final class ExperimentPart {
  private final Markup page;
  private final Parts parts;
  private final PlayedChapter chapter;

  ExperimentPart(Markup page, PlayedChapter chapter) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
  }

  void write() {
    boolean hasExperiment = chapter.view().experiment().isPresent();
    boolean hasFault = !faults().isEmpty();
    boolean hasLoad = !chapter.view().loads().isEmpty();
    if (hasExperiment || hasFault || hasLoad) {
      page.leaf("h3", hasExperiment || hasFault ? "Experiment" : "Load");
      page.in("dl", this::facts, "class", "facts");
    }
  }

  private List<FaultView> faults() {
    return chapter.view().faults();
  }

  private void facts() {
    chapter.view().experiment().ifPresent(name -> parts.fact("Name", name));
    faults().forEach(fault -> parts.fact("Fault", fault(fault)));
    if (faults().isEmpty()) {
      parts.fact("Fault", "none");
    }
    chapter.faults().forEach(span -> parts.fact("Present", present(span)));
    faults().forEach(fault -> parts.fact("Witness", witness(fault)));
    faults().forEach(fault -> parts.fact("Undo", String.join(", ", fault.undo())));
    chapter.view().loads().forEach(load -> parts.fact("Load", load(load)));
    parts.fact("Recovery", recovery());
  }

  private static String witness(FaultView fault) {
    FaultView.Witness witness = fault.witness();
    if (witness == null) {
      return "";
    }
    return (witness.seen() ? "saw it: " : "did not see it: ") + witness.statement();
  }

  private String recovery() {
    RecoveryEvent step = chapter.view().recovery();
    if (step instanceof RecoveryEvent.Failed failed) {
      return failed.outcome().words() + ": " + failed.reason();
    }
    if (step instanceof RecoveryEvent.Recovered) {
      return "recovered";
    }
    return step == null ? "" : "began; its end is not in the journal";
  }

  private static String fault(FaultView fault) {
    return fault.name()
        + (fault.targets().isEmpty() ? "" : " on " + String.join(", ", fault.targets()))
        + " for "
        + Texts.quantity(fault.seconds(), "s");
  }

  private static String present(Span span) {
    String from = "from " + Texts.moment(span.from());
    return span.ended()
        ? RootLocale.format(
            "%s to %s of the chapter (%s)",
            from, Texts.moment(span.to()), Texts.duration(span.to() - span.from()))
        : from + " of the chapter; its end is not in the journal";
  }

  private static String load(LoadView load) {
    return load.outcomes() == null
        ? load.name() + "; its end is not in the journal"
        : load.name() + ": " + EventWords.outcomes(load.outcomes());
  }
}
