package io.chaoschapters.subject;

import io.chaoschapters.runtime.ComponentRuntime;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A system under test. Implementations have a public no-argument constructor and are found by
 * {@link java.util.ServiceLoader}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Subject<C extends Cluster> {
  /** What {@code -Dsubject} and {@code @ChaosDemo} call it. */
  String id();

  /** What the audience reads, such as {@code Three-node message queue}. */
  String title();

  /** The anomalies that can be told apart. */
  Glossary glossary();

  /** The numbers that observations hold; the first two are the stage's large sparklines. */
  List<Signal> signals();

  /** What should hold, in neutral words. */
  List<Invariant> invariants();

  /** Faults of its own, beside those that every component knows; none unless it says so. */
  default List<? extends FaultType<? super C>> faults() {
    return List.of();
  }

  /** Client traffic that experiments can ask for; none unless it says so. */
  default List<? extends LoadType<? super C>> loads() {
    return List.of();
  }

  /** What the {@code given} block of an experiment may set; nothing unless it says so. */
  default List<ParameterSpec> configuration() {
    return List.of();
  }

  /** The ids of the runtimes that it can run on; child processes alone unless it says so. */
  default List<String> runtimes() {
    return List.of("local");
  }

  /**
   * The images that it needs where components run as containers, with pinned tags; none unless it
   * says so.
   */
  default List<String> images() {
    return List.of();
  }

  /**
   * Says what is a stand-in on a runtime, such as {@code a small engine in place of the real one};
   * empty, as by default, when everything is real. It is shown wherever results are.
   */
  default Optional<String> standIn(String runtime) {
    return Optional.empty();
  }

  /**
   * What experiments may name as a target: ids of components, and names of targets that move, such
   * as {@code leader}; nothing unless it says so. A target that is not among them is an error
   * before anything starts.
   */
  default List<String> targets() {
    return List.of();
  }

  /**
   * Starts it and waits until it serves.
   *
   * <p>What it throws ends the run, after whatever was started is ended. Its message is what the
   * user reads, so it should say in a sentence what failed, where, and what to do.
   */
  C start(ComponentRuntime runtime);
}
