package io.chaoschapters.doctor;

import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The file in a run's folder that names the JVM to which the run belongs, as long as it goes on,
 * and the runtime in which it starts components. One that outlives its JVM tells that the run was
 * cut off, and where to look for what it has left.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunOwner implements AutoCloseable {
  private static final String NAME = "owner";
  private static final long LONGEST = 2_000;

  private final Path run;

  private RunOwner(Path run) {
    this.run = run;
  }

  /**
   * Notes that a run belongs to this JVM, until it is closed.
   *
   * @param runtime where it is about to start components
   */
  public static RunOwner note(Path run, RuntimeProvider runtime) {
    Path file = fileIn(run);
    OwnerNote note = new OwnerNote(Owner.self(), runtime.id(), runtime.place());
    try {
      Files.writeString(file, note.text());
      return new RunOwner(run);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space, and may it be written?", file),
          e);
    }
  }

  /** The owner of a run that has not ended in good order; empty when it has. */
  static Optional<OwnerNote> of(Path run) {
    Path file = fileIn(run);
    try {
      return Files.isRegularFile(file) && Files.size(file) < LONGEST
          // Files.readString would fail at a character that was cut in two.
          ? OwnerNote.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it has just ended
    }
  }

  static void forget(Path run) throws IOException {
    Files.deleteIfExists(fileIn(run));
  }

  static Path fileIn(Path run) {
    return run.resolve(NAME);
  }

  /** The run has ended in good order, whatever came out of it. */
  @Override
  public void close() {
    try {
      LastWords.of(run).withdraw();
      forget(run);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot end the run in " + run, e);
    }
  }
}
