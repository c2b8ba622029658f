package io.chaoschapters.subject;

import java.util.Map;
import org.apiguardian.api.API;

/** Client traffic that is under way. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RunningLoad extends AutoCloseable {
  /** How many answers of each kind the clients have got so far. */
  Map<String, Long> outcomes();

  /** Sends nothing more and waits for the answers that are due. Safe to call twice. */
  @Override
  void close();
}
