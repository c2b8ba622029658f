package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A fault by commands.
 *
 * @param name as experiments call it
 * @param does what it does, one clause
 * @param where file and line
 * @param onTarget whether experiments name a target, which {@code {target.id}} then stands for
 * @param inject commands that inject it, in this order
 * @param undo ends it, one after the other
 * @param witness sees whether it is there
 * @param within how long each command may take
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record FaultEntry(
    String name,
    String does,
    String where,
    boolean onTarget,
    List<CommandQuestion> inject,
    List<CommandQuestion> undo,
    Check witness,
    Duration within) {
  /** Copies the lists. */
  public FaultEntry {
    inject = List.copyOf(inject);
    undo = List.copyOf(undo);
  }
}
