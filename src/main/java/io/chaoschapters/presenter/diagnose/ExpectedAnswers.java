package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.subject.Glossary;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Finds out what the right answer to saved evidence is, from what is beside it. */
final class ExpectedAnswers {
  private ExpectedAnswers() {}

  /** The right answer; empty when it is not written down. */
  static Optional<Expectation> find(SavedEvidence saved) {
    if (saved.expected().isPresent()) {
      return saved.expected();
    }
    Path own = saved.file().toAbsolutePath().getParent();
    if (own == null || own.getParent() == null) {
      return Optional.empty();
    }
    Glossary glossary = saved.evidence().glossary();
    Optional<String> words = ofTrial(own).or(() -> ofChapter(own));
    return words.flatMap(text -> Expectation.parse(text, glossary));
  }

  private static Optional<String> ofTrial(Path own) {
    Path series = own.getParent();
    if (!Files.isRegularFile(series.resolve(TrialLog.FILE_NAME))) {
      return Optional.empty();
    }
    try {
      String experiment = String.valueOf(own.getFileName()).replaceFirst("^\\d+-", "");
      return TrialLog.read(series).header().experiments().stream()
          .filter(tried -> tried.name().equals(experiment))
          .map(TrialHeader.Tried::expected)
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Cut off before its first line was whole.
    }
  }

  private static Optional<String> ofChapter(Path own) {
    Path run = own.getParent().getParent();
    Path summary = run == null ? own : run.resolve("summary.json");
    if (!Files.isRegularFile(summary)) {
      return Optional.empty();
    }
    try {
      return SummaryFile.read(summary).chapters().stream()
          .filter(chapter -> chapter.name().equals(String.valueOf(own.getFileName())))
          .map(ChapterResult::expected)
          .filter(Objects::nonNull)
          .findFirst();
    } catch (UncheckedIOException e) {
      return Optional.empty(); // Of another version, or damaged: then nothing is known.
    }
  }
}
