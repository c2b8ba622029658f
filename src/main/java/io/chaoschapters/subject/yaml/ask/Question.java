package io.chaoschapters.subject.yaml.ask;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** Something that a component can be asked from outside. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Question permits HttpQuestion, TcpQuestion, CommandQuestion {
  /**
   * Asks, and returns within about the time limit; never throws for what the other side does.
   *
   * @param names what placeholders stand for; {@code host} and {@code port.*} are the component's
   */
  Answer ask(Names names, Duration within);

  /** The texts in which placeholders may stand. */
  List<Template> templates();

  /** Its address, for messages. */
  String words(Names names);
}
