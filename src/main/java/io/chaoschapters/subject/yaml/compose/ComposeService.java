package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.runtime.ContainerProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A service of a Compose file.
 *
 * @param id the component's id: its name, in lower case and with hyphens
 * @param line where it begins in the Compose file
 * @param program how it runs; its ports have no names yet
 * @param ports the container's port by its name: the one that the file gives it, or its number
 * @param after ids of those that have to be ready first
 * @param readyWithin how long it may take until it is ready
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ComposeService(
    String id,
    int line,
    ContainerProgram program,
    Map<String, Integer> ports,
    List<String> after,
    Duration readyWithin) {
  /** Whether it has a check of its own that says when it is well. */
  public boolean checksItself() {
    return program.setup().check() != null;
  }
}
