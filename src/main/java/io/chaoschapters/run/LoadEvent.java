package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** What happens to client traffic. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface LoadEvent extends RunEvent {

  /**
   * Client traffic began.
   *
   * @param load its name
   */
  @JsonTypeName("LOAD_STARTED")
  record Started(String load) implements LoadEvent {}

  /**
   * Client traffic ended.
   *
   * @param load its name
   * @param outcomes how often its requests ended in each way, in the load's order
   */
  @JsonTypeName("LOAD_ENDED")
  record Ended(String load, Map<String, Long> outcomes) implements LoadEvent {
    public Ended {
      outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }
  }
}
