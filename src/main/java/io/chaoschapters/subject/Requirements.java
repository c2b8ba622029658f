package io.chaoschapters.subject;

import io.chaoschapters.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** A subject that can say before it is started what is missing on this machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Requirements {
  /** A sentence each: what, where, what to do; empty when nothing is missing. */
  List<String> missing();

  /** What is wrong on every machine, found with the programs and servers of this one. */
  default List<String> wrong() {
    return List.of();
  }

  /** What can be meant as it is written, and hardly is. */
  default List<String> doubtful() {
    return List.of();
  }

  /**
   * Why nothing of this subject could see a fault that every component knows, so that no chapter
   * with it would be valid; empty when something could. One clause that says what to do.
   *
   * @param targets as an experiment names them
   */
  default Optional<String> unwitnessed(String fault, List<String> targets) {
    return Optional.empty();
  }

  /** Why a fault that every component knows hardly can be brought about; empty when it can. */
  default Optional<String> doubtful(String fault, List<String> targets) {
    return Optional.empty();
  }

  /** What cannot be had with the settings of a run; asked before anything is started. */
  default List<String> refused(Settings settings, String runtime) {
    return List.of();
  }
}
