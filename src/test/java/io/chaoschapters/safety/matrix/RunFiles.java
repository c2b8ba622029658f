package io.chaoschapters.safety.matrix;

import io.chaoschapters.chaos.undo.PendingUndo;
import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.file.SummaryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a victim's run has written so far. */
record RunFiles(Path folder) {

  static RunFiles latest(Path output, String subject) {
    return new RunFiles(output.resolve(subject).resolve("latest"));
  }

  /** How often an event is in the journal. */
  long count(Class<? extends RunEvent> type) throws IOException {
    Path journal = folder.resolve(JournalFile.NAME);
    if (!Files.exists(journal)) {
      return 0;
    }
    String wanted = "\"type\":\"" + EventTypes.name(type) + "\"";
    return Files.readString(journal, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.contains(wanted))
        .count();
  }

  String owner() throws IOException {
    return Files.readAllLines(folder.resolve("owner")).get(0).strip();
  }

  JournalFile journal() {
    return JournalFile.read(folder.resolve(JournalFile.NAME));
  }

  RunSummary summary() {
    return SummaryFile.read(folder.resolve("summary.json"));
  }

  List<PendingUndo> pending() {
    return UndoLedger.pending(folder.resolve(UndoLedger.FILE_NAME));
  }

  /** Names of the files and folders in it that have no business there once the run is over. */
  List<String> litter() throws IOException {
    try (Stream<Path> files = Files.list(folder.toRealPath())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(
              name ->
                  name.startsWith("work-") || name.equals("last-words") || name.endsWith(".new"))
          .toList();
    }
  }
}
