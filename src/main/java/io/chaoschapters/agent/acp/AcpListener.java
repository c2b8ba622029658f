package io.chaoschapters.agent.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/** Receives what an agent does while it works. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface AcpListener {
  /** It says something; a piece of it. */
  void said(String text);

  /** It begins to use a tool: what it says afterwards is another message. */
  void began(String title);

  /** It tells what it has used up so far. */
  void used(JsonNode usage);

  /**
   * It wants to do something.
   *
   * @param title what, in its own words
   * @param kind what kind of thing it is, such as execute; empty when it does not say
   * @param choices what it offers to be answered, in its own words
   * @return whether it may
   */
  boolean mayDo(String title, String kind, List<String> choices);

  /** It printed a line that is no message. */
  void noise(String line);
}
