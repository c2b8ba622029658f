package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.evidence.InvalidEvidenceException;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A piece of evidence that a run has saved.
 *
 * @param file where it is
 * @param evidence what is in it
 * @param forbidden what it may not say; empty when its run has not saved that
 * @param expected what a file beside it says is right; empty when there is no such file
 */
record SavedEvidence(
    Path file,
    Evidence evidence,
    Optional<ForbiddenPhrases> forbidden,
    Optional<Expectation> expected) {
  private static final String FILE_NAME = "evidence.json";

  /**
   * Reads what a setting names: one file, or all that are below a folder, in the order of their
   * paths. One file must be readable; among many, one that is not is reported and left out.
   */
  static List<SavedEvidence> read(String name, Consumer<String> leftOut) {
    Path path = Path.of(name);
    if (Files.isRegularFile(path)) {
      return List.of(read(path));
    }
    if (name.isEmpty() || !Files.isDirectory(path)) {
      throw new ShowFailedException(
          RootLocale.format(
              "No evidence '%s'. Use -Dmode=diagnose -Devidence=<an evidence.json, or a folder with some below it, such as target/chapters/<subject>/latest>.",
              name));
    }
    List<SavedEvidence> found = new ArrayList<>();
    for (Path file : below(path)) {
      try {
        found.add(read(file));
      } catch (InvalidEvidenceException e) {
        leftOut.accept(Sentence.of(e));
      }
    }
    if (found.isEmpty()) {
      throw new ShowFailedException(
          RootLocale.format("There is no %s below '%s' that can be read.", FILE_NAME, name));
    }
    return found;
  }

  private static SavedEvidence read(Path file) {
    Evidence evidence = EvidenceJson.read(file);
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new SavedEvidence(
        file,
        evidence,
        ForbiddenPhrasesFile.read(folder),
        ExpectedFile.read(folder, evidence.glossary()));
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder.toRealPath())) {
      return paths
          .filter(path -> path.getFileName().toString().equals(FILE_NAME))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the folder " + folder, e);
    }
  }

  /** The chapter or trial that it is of, else the file's name. */
  String name() {
    Path folder = file.toAbsolutePath().getParent();
    boolean named = file.getFileName().toString().equals(FILE_NAME) && folder != null;
    return String.valueOf(named ? folder.getFileName() : file.getFileName());
  }
}
