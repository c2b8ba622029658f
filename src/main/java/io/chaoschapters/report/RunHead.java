package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Versions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The head of the page: what ran, where, on what, and who answered. */
final class RunHead {
  private final Markup page;
  private final Parts parts;
  private final RunRecord run;

  RunHead(Markup page, RunRecord run) {
    this.page = page;
    this.parts = new Parts(page);
    this.run = run;
  }

  void write() {
    page.leaf("p", "Chaos Chapters · report of a run", "class", "eyebrow");
    page.leaf("h1", run.title().isEmpty() ? "A run" : run.title());
    page.leaf("p", result(), "class", "lead");
    if (run.isCutOff()) {
      callout(
          "This run was cut off.",
          "Its journal does not end with the end of a run; what is here is what was written until then.");
    }
    String standIn = run.summary().map(RunSummary::standIn).orElse("");
    if (!standIn.isBlank()) {
      callout("Not everything here is the real thing.", "Stand-in: " + standIn);
    }
    page.in("dl", this::facts, "class", "facts");
    settings();
  }

  private String result() {
    TrialTable trials = run.trials();
    if (trials != null) {
      return RootLocale.format(
          "%d of %d trials were made.", trials.done(), trials.header().planned());
    }
    Map<String, Long> counts =
        run.chapters().stream()
            .collect(
                Collectors.groupingBy(
                    chapter -> Outcome.of(chapter).words(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    if (counts.isEmpty()) {
      return "No chapter was run.";
    }
    if (counts.keySet().equals(Set.of(ChapterVerdict.PASS.words()))) {
      return run.chapters().size() == 1
          ? "The one chapter passed."
          : RootLocale.format("All %d chapters passed.", run.chapters().size());
    }
    return RootLocale.format(
        "%d %s: %s.",
        run.chapters().size(),
        run.chapters().size() == 1 ? "chapter" : "chapters",
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", ")));
  }

  private void callout(String head, String text) {
    page.in(
        "p",
        () -> {
          page.leaf("span", "! ", "aria-hidden", "true");
          page.leaf("strong", head);
          page.text(" " + text);
        },
        "class",
        "callout",
        "role",
        "note");
  }

  private void facts() {
    run.summary().ifPresent(this::facts);
  }

  private void facts(RunSummary summary) {
    RunEvent.Started started = run.view().facts().started();
    parts.fact("Subject", summary.subject());
    parts.fact("Started", Texts.date(summary.started()));
    parts.fact("Runtime", withReason(summary));
    parts.fact("Versions", Versions.words(summary.versions()));
    parts.fact("Metrics", summary.metrics());
    String description = started == null ? "" : started.diagnoserDescription();
    parts.fact(
        "Diagnoser",
        description.isEmpty() ? summary.diagnoser() : summary.diagnoser() + ". " + description);
    parts.fact("Leaves the machine", started == null ? "" : started.leavesTheMachine());
    parts.fact("Cluster ready in", Texts.duration(summary.clusterReadySeconds()));
    parts.fact(
        "The whole show",
        RootLocale.format(
            "%s; its experiments declare %s",
            Texts.duration(summary.showSeconds()), Texts.duration(summary.declaredSeconds())));
  }

  /** The reason names the runtime itself when it is a sentence. */
  private static String withReason(RunSummary summary) {
    String reason = summary.runtimeReason();
    return reason.contains(summary.runtime()) ? reason : summary.runtime() + ": " + reason;
  }

  private void settings() {
    Map<String, String> settings = run.summary().map(RunSummary::settings).orElse(Map.of());
    if (settings.isEmpty()) {
      return;
    }
    parts.details(
        "Settings",
        () -> page.in("dl", () -> new TreeMap<>(settings).forEach(parts::fact), "class", "facts"));
  }
}
