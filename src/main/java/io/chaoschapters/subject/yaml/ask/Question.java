package io.chaoschapters.subject.yaml.ask;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** Something that a component can be asked from outside. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Question permits HttpQuestion, TcpQuestion, CommandQuestion {
  /** What a placeholder for a port of the component that is asked begins with. */
  String PORT = "port.";

  /**
   * Asks, and returns within about the time limit; never throws for what the other side does.
   *
   * @param names what placeholders stand for; {@code host} and {@code port.*} are the component's
   */
  Answer ask(Names names, Duration within);

  /** The texts in which placeholders may stand. */
  List<Template> templates();

  /** Whether the component is asked at one of its ports; a command may name several. */
  default boolean asksAt(List<String> ports) {
    if (this instanceof HttpQuestion http) {
      return ports.contains(http.port());
    }
    if (this instanceof TcpQuestion tcp) {
      return ports.contains(tcp.port());
    }
    return templates().stream()
        .flatMap(template -> template.names().stream())
        .anyMatch(name -> name.startsWith(PORT) && ports.contains(name.substring(PORT.length())));
  }

  /** Its address, for messages. */
  String words(Names names);
}
