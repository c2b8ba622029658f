package io.chaoschapters.report;

import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.Summaries;
import io.chaoschapters.text.RootLocale;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, as far as it could be read.
 *
 * @param folder where it was
 * @param view what its journal tells; nothing when there is none
 * @param unreadableLines of the journal
 * @param summary from its file, else from the journal; empty when neither tells
 * @param hasSummary whether there was a summary file
 * @param chapters that began or were skipped, in the order of the show, as the stage counts them;
 *     none when trials were made in their place
 * @param trials null when none were made
 * @param damaged the names of files that are there and cannot be read, as after a power failure
 */
record RunRecord(
    Path folder,
    RunView view,
    int unreadableLines,
    Optional<RunSummary> summary,
    boolean hasSummary,
    List<ChapterView> chapters,
    @Nullable TrialTable trials,
    List<String> damaged) {
  static final String SUMMARY = "summary.json";
  static final String JOURNAL = JournalFile.NAME;

  RunRecord {
    chapters = List.copyOf(chapters);
    damaged = List.copyOf(damaged);
  }

  static RunRecord read(Path folder) {
    Path summaryFile = folder.resolve(SUMMARY);
    Path journalFile = folder.resolve(JOURNAL);
    boolean hasSummary = Files.isRegularFile(summaryFile);
    boolean hasJournal = Files.isRegularFile(journalFile);
    if (!hasSummary && !hasJournal) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "%s is not the folder of a run: it holds neither %s nor %s. Name a folder such as target/chapters/<subject>/latest.",
              folder, SUMMARY, JOURNAL));
    }
    List<String> damaged = new ArrayList<>();
    RunSummary written = hasSummary ? read(summaryFile, SummaryFile::read, damaged) : null;
    JournalFile journal =
        hasJournal ? JournalFile.read(journalFile) : new JournalFile(List.of(), 0);
    RunView view = RunView.whole();
    for (JournalEntry entry : journal.entries()) {
      view = view.apply(entry);
    }
    Optional<RunSummary> summary =
        written != null
            ? Optional.of(written)
            : Summaries.of(view, view.facts().isOver() ? RunState.ENDED : RunState.CUT_OFF);
    Path trialsFile = folder.resolve(TrialTableFile.JSON_FILE);
    TrialTable trials =
        Files.isRegularFile(trialsFile) ? read(trialsFile, TrialTableFile::read, damaged) : null;
    if (damaged.contains(SUMMARY) && journal.entries().isEmpty()) {
      throw new IllegalArgumentException(
          summaryFile + " is damaged and there is no journal beside it, so nothing is known.");
    }
    List<ChapterResult> results = written == null ? List.of() : written.chapters();
    return new RunRecord(
        folder,
        view,
        journal.unreadableLines(),
        summary,
        written != null,
        trials == null ? chapters(view, results) : List.of(),
        trials,
        damaged);
  }

  private static <T> @Nullable T read(Path file, Function<Path, T> reader, List<String> damaged) {
    try {
      return reader.apply(file);
    } catch (UncheckedIOException e) {
      damaged.add(String.valueOf(file.getFileName()));
      return null;
    }
  }

  /** What the journal does not tell of a chapter is taken from the summary. */
  private static List<ChapterView> chapters(RunView view, List<ChapterResult> results) {
    List<ChapterView> chapters = new ArrayList<>(view.begun());
    for (ChapterResult result : results) {
      if (chapters.stream().noneMatch(chapter -> chapter.name().equals(result.name()))) {
        chapters.add(ChapterView.of(result));
      }
      chapters.replaceAll(
          chapter ->
              chapter.name().equals(result.name()) && chapter.result() == null
                  ? chapter.with(result)
                  : chapter);
    }
    chapters.sort(Comparator.comparingInt(ChapterView::number));
    return chapters;
  }

  boolean isCutOff() {
    return !view.facts().isOver();
  }

  boolean hasJournal() {
    return view.facts().started() != null || view.at() > 0;
  }

  String title() {
    return summary.map(RunSummary::title).orElse("");
  }
}
