package io.chaoschapters.runtime;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How to undo one change without the JVM that made it.
 *
 * @param description for people, such as {@code thaw store-2 (process 4711)}
 * @param command a program and its arguments, run without a shell; empty when nothing is to be done
 *     because the change ends by itself
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record UndoStep(String description, List<String> command) {
  /** Copies the command. */
  public UndoStep {
    command = List.copyOf(command);
  }

  /** A change that ends by itself. */
  public static UndoStep endsByItself(String description) {
    return new UndoStep(description, List.of());
  }
}
