package io.chaoschapters.chaos.undo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.run.file.Disk;
import io.chaoschapters.run.file.LineFile;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The file that says, at any moment, how to undo the faults of a run without the JVM that injected
 * them.
 *
 * <p>One JSON object a line: {@code armed} with the steps, written and forced to the disk before a
 * fault is injected, and {@code undone} when it is over. An interrupted thread can write, too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UndoLedger implements AutoCloseable {
  /** Its name in the folder of a run. */
  public static final String FILE_NAME = "undo-ledger.jsonl";

  private final Path path;
  private final LineFile file;
  private final Map<Long, PendingUndo> pending = new LinkedHashMap<>();
  private long lastId;

  private UndoLedger(Path path, LineFile file, LedgerText text) {
    this.path = path;
    this.file = file;
    this.lastId = text.lastId();
    text.pending().forEach(undo -> pending.put(undo.id(), undo));
  }

  /** Opens the ledger in a folder, or begins one; a torn last line is cut off. */
  public static UndoLedger open(Path folder) {
    return open(folder, () -> {});
  }

  /**
   * The same.
   *
   * @param makeRoom is called when a line could not be written, before it is tried again
   */
  public static UndoLedger open(Path folder, Runnable makeRoom) {
    return open(folder, makeRoom, Disk.REAL);
  }

  static UndoLedger open(Path folder, Runnable makeRoom, Disk disk) {
    Path path = folder.resolve(FILE_NAME);
    try {
      LedgerText text = LedgerText.read(path);
      LineFile file = LineFile.open(path, text.wholeBytes(), makeRoom, disk);
      // Lines of a file whose name, or whose folder's, is lost cannot be found again.
      disk.forceNames(folder);
      Path above = folder.toAbsolutePath().getParent();
      if (above != null) {
        disk.forceNames(above);
      }
      return new UndoLedger(path, file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot open the undo ledger " + path + ". Is there free space, and may it be written?",
          e);
    }
  }

  /**
   * Writes how a fault is undone and returns only when it is on the disk.
   *
   * @return the number to give to {@link #undone(long)}
   */
  public synchronized long arm(String experiment, String fault, List<UndoStep> steps) {
    long id = lastId + 1;
    Instant now = Instant.now();
    ObjectNode line = line("armed", id, now).put("experiment", experiment).put("fault", fault);
    ArrayNode written = line.putArray("steps");
    for (UndoStep step : steps) {
      ArrayNode command =
          written.addObject().put("description", step.description()).putArray("command");
      step.command().forEach(command::add);
    }
    write(line);
    lastId = id;
    pending.put(id, new PendingUndo(id, experiment, fault, now, steps));
    return id;
  }

  /**
   * Notes that a fault is over.
   *
   * @return false when that was noted before
   */
  public synchronized boolean undone(long id) {
    if (!pending.containsKey(id)) {
      return false;
    }
    write(line("undone", id, Instant.now()));
    pending.remove(id);
    return true;
  }

  /**
   * Notes that every fault is over, because what it was on has ended. Such a fault needs no undoing
   * any more, also when its rollback had failed.
   *
   * @return those that were still to be undone
   */
  public synchronized List<PendingUndo> everythingEnded() {
    List<PendingUndo> over = List.copyOf(pending.values());
    over.forEach(undo -> undone(undo.id()));
    return over;
  }

  private ObjectNode line(String event, long id, Instant at) {
    return Json.object().put("event", event).put("id", id).put("at", at.toString());
  }

  private void write(ObjectNode line) {
    try {
      file.append(Json.text(line), true);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write to the undo ledger " + path + ". Is there free space left?", e);
    }
  }

  /**
   * The faults that a ledger file says are still to be undone, oldest first; a torn last line is
   * left out, because its fault was never injected.
   *
   * @param path the file; none there means that nothing is pending
   */
  public static List<PendingUndo> pending(Path path) {
    try {
      return LedgerText.read(path).pending();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the undo ledger " + path, e);
    }
  }

  /** The file. */
  public Path path() {
    return path;
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the undo ledger " + path, e);
    }
  }
}
