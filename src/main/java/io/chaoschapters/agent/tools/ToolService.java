package io.chaoschapters.agent.tools;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/** Uses tools on behalf of an agent. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface ToolService {
  /**
   * A client is there; told again whenever it asks for something.
   *
   * @param client what it calls itself
   */
  void connected(String client);

  /** Whether it has a tool at all. */
  boolean offers(String tool);

  /** Uses a tool; what cannot be done is answered with the reason. */
  ToolAnswer use(String tool, JsonNode arguments);
}
