package io.chaoschapters.chaos.undo;

import io.chaoschapters.runtime.UndoStep;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A fault that a ledger says is not undone yet.
 *
 * @param id its number in the ledger
 * @param experiment the name of its experiment
 * @param fault the name of the fault
 * @param armed when it was about to be injected
 * @param steps how it is undone; steps without a command end by themselves
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record PendingUndo(
    long id, String experiment, String fault, Instant armed, List<UndoStep> steps) {
  public PendingUndo {
    steps = List.copyOf(steps);
  }
}
