package io.chaoschapters.subject;

import java.util.Map;
import org.apiguardian.api.API;

/** Client traffic that is under way. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RunningLoad extends AutoCloseable {
  /**
   * What the clients have seen so far, by name: how many answers of each kind, and what else they
   * measured. A figure with a unit has the unit in its name.
   */
  Map<String, Long> outcomes();

  /** Sends nothing more and waits for the answers that are due. Safe to call twice. */
  @Override
  void close();
}
