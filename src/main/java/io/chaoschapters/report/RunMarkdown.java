package io.chaoschapters.report;

import io.chaoschapters.report.html.Texts;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A run's chapters as Markdown, for the page of a build server. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunMarkdown {
  private static final int LONGEST_REASON = 1000;

  private RunMarkdown() {}

  /** All lines; those that did not pass say why. */
  public static List<String> lines(RunSummary run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(
            "%d of %d chapters passed. Diagnoser: %s. Runtime: %s.%s",
            run.count(ChapterVerdict.PASS),
            run.chapters().size(),
            StepSummary.escaped(run.diagnoser()),
            StepSummary.escaped(run.runtime()),
            run.standIn().isEmpty()
                ? ""
                : " Stand-in: " + StepSummary.escaped(run.standIn()) + "."));
    lines.add("");
    lines.add("| chapter | verdict | expected | answered | detected | diagnosed |");
    lines.add("| --- | --- | --- | --- | ---: | ---: |");
    run.chapters().forEach(chapter -> lines.add(row(chapter)));
    lines.add("");
    run.chapters().stream()
        .filter(chapter -> chapter.verdict() != ChapterVerdict.PASS)
        .filter(chapter -> !chapter.reason().isBlank())
        .forEach(chapter -> lines.add("* **" + text(chapter.title()) + "**: " + reason(chapter)));
    return lines;
  }

  private static String row(ChapterResult chapter) {
    return "| "
        + String.join(
            " | ",
            text(chapter.title()),
            chapter.verdict().symbol() + " " + chapter.verdict().words(),
            text(chapter.expected()),
            text(chapter.answered()),
            Texts.duration(chapter.timeToDetect()),
            Texts.duration(chapter.timeToDiagnose()))
        + " |";
  }

  private static String reason(ChapterResult chapter) {
    return text(Shorten.to(LONGEST_REASON, chapter.reason()));
  }

  private static String text(@Nullable String text) {
    return text == null ? Texts.NONE : StepSummary.escaped(Texts.clean(text));
  }
}
