package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.Component;
import java.time.Duration;
import org.apiguardian.api.API;

/** A component as the runtime that starts and ends it sees it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface OwnedComponent extends Component {
  /** Starts it for the first time and waits until it is ready. */
  void start();

  /** Ends it for good; it cannot be started any more. False when it would not end. */
  boolean end(Duration grace);
}
