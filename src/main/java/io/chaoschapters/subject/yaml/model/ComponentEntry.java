package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One component.
 *
 * @param id its id
 * @param number its number among those of one entry, from 1
 * @param role what it does
 * @param where file and line
 * @param program how it runs as a process, or null where it cannot
 * @param container how it runs as a container, or null where it cannot
 * @param selector how it is found where it runs already; empty where it is always started
 * @param environment variables of the process or container
 * @param ports the container's port for each named one; 0 where it is any
 * @param files texts by their name in the component's folder
 * @param after ids of those that have to be ready first
 * @param ready how it is seen that it serves
 * @param readyWithin how long that may take
 * @param probe how its health is seen
 * @param metrics the port and path at which it shows metrics, or null
 * @param version tells which version it is, or null
 * @param delayable those of its ports whose answers experiments may delay
 * @param cutOff sees that the others do not reach it, or null
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ComponentEntry(
    String id,
    int number,
    String role,
    String where,
    @Nullable Program program,
    @Nullable Container container,
    String selector,
    Map<String, Template> environment,
    Map<String, Integer> ports,
    Map<String, Template> files,
    List<String> after,
    ProbeEntry ready,
    Duration readyWithin,
    ProbeEntry probe,
    @Nullable MetricsPage metrics,
    @Nullable CommandQuestion version,
    List<String> delayable,
    @Nullable Check cutOff) {

  /**
   * Throws when its ready check had no answer, for {@code no} would not say that.
   *
   * @param health what came of it
   */
  public void requireInTime(Health health) {
    if (health == Health.SILENT && ready instanceof ProbeEntry.Asked asked) {
      throw new IllegalStateException(
          RootLocale.format(
              "no answer within %d ms%s",
              asked.within().toMillis(), ready == probe ? " (key 'within' of its probe)" : ""));
    }
  }

  /**
   * A process: a program of this machine, or a class of this class path in a JVM of its own.
   *
   * @param main the class, or null for a program
   * @param jvm arguments for that JVM
   * @param command the program and its arguments, or the arguments of the class
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Program(@Nullable Class<?> main, List<String> jvm, List<Template> command) {}

  /**
   * A container.
   *
   * @param image with its tag
   * @param command arguments that follow its entry point
   * @param setup what a Compose file says besides
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Container(String image, List<Template> command, ContainerProgram.Setup setup) {}

  /** Where metrics are shown; the path starts with a slash. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record MetricsPage(String port, String path) {}
}
