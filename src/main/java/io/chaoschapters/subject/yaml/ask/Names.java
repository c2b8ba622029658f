package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** What the placeholders of a {@link Template} stand for. */
@FunctionalInterface
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Names {
  /** The text of a name such as {@code port.client}; empty when it is not known here. */
  Optional<String> value(String name);

  /**
   * What marks a program as one of the run, by the variable in whose name no placeholder can be
   * written.
   */
  default Map<String, String> marks() {
    Map<String, String> marks = new HashMap<>();
    for (String variable : List.of(OwnedProcesses.VARIABLE, Owner.VARIABLE)) {
      value(variable).ifPresent(mark -> marks.put(variable, mark));
    }
    return marks;
  }

  /** These, and where a name is not known, others. */
  default Names or(Names others) {
    return name -> value(name).or(() -> others.value(name));
  }

  /** Fixed ones. */
  static Names of(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }
}
