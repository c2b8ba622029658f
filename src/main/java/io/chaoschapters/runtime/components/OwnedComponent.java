package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/** A component as the runtime that starts and ends it sees it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface OwnedComponent extends Component {
  /** What it was made from. */
  ComponentSpec spec();

  /** Starts it for the first time and waits until it is ready. */
  void start();

  /** Ends it for good; it cannot be started any more. False when it would not end. */
  boolean end(Duration grace);

  /** Where the others find what this JVM finds at an endpoint, if it is of this component. */
  default Optional<Endpoint> asSeenInside(Endpoint seenHere) {
    return spec().ports().stream()
        .filter(port -> endpoint(port).equals(seenHere))
        .map(this::internalEndpoint)
        .findFirst();
  }
}
