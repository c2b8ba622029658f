package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.journal.JournalFile;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.text.RootLocale;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, as far as it could be read.
 *
 * @param folder where it was
 * @param summary null when the run ended before its first chapter did
 * @param journal empty when there is no journal
 * @param chapters in the order of the show; none when trials were made in their place
 * @param trials null when none were made
 * @param damaged the names of files that are there and cannot be read, as after a power failure
 */
record RunRecord(
    Path folder,
    @Nullable RunSummary summary,
    JournalFile journal,
    List<ChapterRecord> chapters,
    @Nullable TrialTable trials,
    List<String> damaged) {
  static final String SUMMARY = "summary.json";
  static final String JOURNAL = "journal.jsonl";

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
    RunSummary summary = hasSummary ? read(summaryFile, SummaryFile::read, damaged) : null;
    JournalFile journal =
        hasJournal ? JournalFile.read(journalFile) : new JournalFile(List.of(), 0);
    Path trialsFile = folder.resolve(TrialTableFile.JSON_FILE);
    TrialTable trials =
        Files.isRegularFile(trialsFile) ? read(trialsFile, TrialTableFile::read, damaged) : null;
    if (damaged.contains(SUMMARY) && journal.events().isEmpty()) {
      throw new IllegalArgumentException(
          summaryFile + " is damaged and there is no journal beside it, so nothing is known.");
    }
    return new RunRecord(
        folder,
        summary,
        journal,
        trials == null ? ChapterRecords.of(folder, summary, journal.events()) : List.of(),
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

  Optional<JournalEvent> first(EventType type) {
    return journal.events().stream().filter(event -> event.type() == type).findFirst();
  }

  /** A value of the event with which the run began; empty when it is not there. */
  String started(String key) {
    return first(EventType.RUN_STARTED).map(event -> event.text(key)).orElse("");
  }

  boolean isCutOff() {
    return first(EventType.RUN_ENDED).isEmpty();
  }

  String title() {
    return summary == null ? started("title") : summary.title();
  }

  String subject() {
    return summary == null ? started("subject") : summary.subject();
  }

  String standIn() {
    String text = summary == null ? started("standIn") : summary.standIn();
    return text.equals("false") ? "" : text;
  }
}
