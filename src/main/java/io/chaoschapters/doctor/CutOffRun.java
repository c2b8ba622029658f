package io.chaoschapters.doctor;

import io.chaoschapters.chaos.undo.PendingUndo;
import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run whose JVM is gone.
 *
 * @param folder its folder
 * @param note to whom it belonged, and where it has started components
 */
record CutOffRun(Path folder, OwnerNote note) {

  /** The unfinished runs in the folders of all subjects. */
  static List<CutOffRun> in(Path output) {
    List<CutOffRun> found = new ArrayList<>();
    for (Path subject : foldersIn(output)) {
      for (Path run : foldersIn(subject)) {
        RunOwner.of(run)
            .filter(note -> note.owner().isGone())
            .ifPresent(note -> found.add(new CutOffRun(run, note)));
      }
    }
    return found;
  }

  private static List<Path> foldersIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> !Files.isSymbolicLink(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  /** What there is to be done, once everything that the run had started is gone. */
  Leftover leftover() {
    List<PendingUndo> pending = pending();
    String faults =
        pending.isEmpty()
            ? ""
            : "; under way was "
                + String.join(
                    ", ",
                    pending.stream()
                        .map(undo -> undo.fault() + " of experiment '" + undo.experiment() + "'")
                        .toList());
    return new Leftover(
        RootLocale.format(
            "run %s, cut off (process %d is gone%s)", folder, note.owner().process().pid(), faults),
        this::close);
  }

  private List<PendingUndo> pending() {
    try {
      return UndoLedger.pending(folder.resolve(UndoLedger.FILE_NAME));
    } catch (UncheckedIOException e) {
      return List.of(); // told when it is to be closed
    }
  }

  /** Two runs that begin at once may find the same one; who comes second leaves it to the first. */
  private void close() {
    try (FileChannel owned = FileChannel.open(RunOwner.fileIn(folder), StandardOpenOption.WRITE);
        FileLock lock = owned.tryLock()) {
      if (lock != null) {
        closeAlone();
      }
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      return; // it is being closed, or was
    } catch (IOException | UncheckedIOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Run %s cannot be closed: %s. Remove its folder.", folder, Failure.words(e)),
          e);
    }
  }

  /** A fault on something that is gone is over, so nothing is done to anything here. */
  private void closeAlone() throws IOException {
    if (Files.exists(folder.resolve(UndoLedger.FILE_NAME))) {
      try (UndoLedger ledger = UndoLedger.open(folder)) {
        ledger.everythingEnded();
      }
    }
    keep("show-%d.cast", "show.cast");
    keep("console-%d.log", "console.log");
    LastWords.of(folder).speak();
    RunOwner.forget(folder);
  }

  /** A live show writes beside its run until it ends. */
  private void keep(String beside, String name) throws IOException {
    Path file = folder.resolveSibling(RootLocale.format(beside, note.owner().process().pid()));
    if (Files.isRegularFile(file)) {
      Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
