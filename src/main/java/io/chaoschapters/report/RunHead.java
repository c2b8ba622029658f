package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.subject.Versions;
import io.chaoschapters.text.RootLocale;
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
    if (!run.standIn().isBlank()) {
      callout("Not everything here is the real thing.", "Stand-in: " + run.standIn());
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
                    chapter -> chapter.outcome().words(),
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
    RunSummary summary = run.summary();
    parts.fact("Subject", run.subject());
    parts.fact("Started", summary == null ? startedAt() : Texts.date(summary.started()));
    parts.fact("Runtime", summary == null ? run.started("reason") : withReason(summary));
    parts.fact("Versions", summary == null ? "" : Versions.words(summary.versions()));
    parts.fact(
        "Metrics",
        summary == null
            ? run.first(EventType.CLUSTER_READY).map(e -> e.text("metrics")).orElse("unknown")
            : summary.metrics());
    parts.fact("Diagnoser", diagnoser());
    parts.fact("Leaves the machine", run.started("leavesTheMachine"));
    if (summary != null) {
      parts.fact("Cluster ready in", Texts.duration(summary.clusterReadySeconds()));
      parts.fact(
          "The whole show",
          RootLocale.format(
              "%s; its experiments declare %s",
              Texts.duration(summary.showSeconds()), Texts.duration(summary.declaredSeconds())));
    }
  }

  private String startedAt() {
    return run.first(EventType.RUN_STARTED)
        .map(JournalEvent::at)
        .map(Texts::date)
        .orElse("unknown");
  }

  /** The reason names the runtime itself when it is a sentence. */
  private static String withReason(RunSummary summary) {
    String reason = summary.runtimeReason();
    return reason.contains(summary.runtime()) ? reason : summary.runtime() + ": " + reason;
  }

  private String diagnoser() {
    RunSummary summary = run.summary();
    String name =
        summary == null
            ? run.started("diagnoser") + " " + run.started("diagnoserVersion")
            : summary.diagnoser();
    String description = run.started("diagnoserDescription");
    return description.isEmpty() ? name : name + ". " + description;
  }

  private void settings() {
    RunSummary summary = run.summary();
    if (summary == null || summary.settings().isEmpty()) {
      return;
    }
    parts.details(
        "Settings",
        () ->
            page.in(
                "dl",
                () -> new TreeMap<>(summary.settings()).forEach(parts::fact),
                "class",
                "facts"));
  }
}
