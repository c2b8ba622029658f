package io.chaoschapters.stage.plain;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the speaker notes of each chapter to a file as the show comes to it, for {@code tail -f}
 * in a second terminal that the audience does not see.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpeakerNotes implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(SpeakerNotes.class);

  private final Path file;
  private boolean writable = true;

  /** Writes to a file, which is made when the first notes come. */
  public SpeakerNotes(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void on(JournalEntry entry, RunView after) {
    // A chapter is announced once more when it begins; its notes are written once.
    if (writable
        && entry.event() instanceof ChapterEvent.Scheduled scheduled
        && after.current().times().announced() == entry.elapsed()) {
      String notes = StageText.clean(scheduled.notes()).strip();
      write(
          RootLocale.format(
              "%n[%d/%d] %s%n%s%n",
              scheduled.number(),
              scheduled.count(),
              StageText.cleanLine(scheduled.title()),
              notes.isEmpty() ? "no notes" : notes));
    }
  }

  private void write(String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      writable = false;
      LOG.warn("The speaker notes end here; {} cannot be written: {}", file, e.toString());
    }
  }
}
