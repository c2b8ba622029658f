package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What happens to a fault. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface FaultEvent extends RunEvent {

  /**
   * A fault is about to be injected. On the disk before it happens.
   *
   * @param fault its name
   * @param targets the components that it hits; empty for the whole system
   * @param seconds how long it is to last
   * @param undo how it will be undone, a clause a step
   */
  @JsonTypeName("FAULT_ARMED")
  record Armed(String fault, List<String> targets, double seconds, List<String> undo)
      implements FaultEvent {
    public Armed {
      targets = List.copyOf(targets);
      undo = List.copyOf(undo);
    }
  }

  /**
   * A fault was injected.
   *
   * @param fault its name
   * @param targets the components that it hits; empty for the whole system
   * @param seconds how long it is to last
   */
  @JsonTypeName("FAULT_INJECTED")
  record Injected(String fault, List<String> targets, double seconds) implements FaultEvent {
    public Injected {
      targets = List.copyOf(targets);
    }
  }

  /**
   * An independent probe saw the fault.
   *
   * @param statement what it saw
   */
  @JsonTypeName("FAULT_WITNESSED")
  record Witnessed(String statement) implements FaultEvent {}

  /**
   * No probe saw the fault in time.
   *
   * @param statement what was seen instead
   */
  @JsonTypeName("FAULT_NOT_WITNESSED")
  record NotWitnessed(String statement) implements FaultEvent {}

  /**
   * The fault does more harm than its experiment allows, and is ended at once.
   *
   * @param reason the condition that was met, and what was seen
   */
  @JsonTypeName("FAULT_HALTED")
  record Halted(String reason) implements FaultEvent {}

  /**
   * The fault and its load are kept beyond their time, because the presenter reviews the chapter.
   *
   * @param fault its name
   * @param seconds how long it lasts at most, from its injection on
   */
  @JsonTypeName("FAULT_KEPT")
  record Kept(String fault, double seconds) implements FaultEvent {}

  /**
   * The fault is over.
   *
   * @param fault its name
   * @param seconds how long it lasted
   * @param with what it ended with, when it was not rolled back by itself
   */
  @JsonTypeName("FAULT_ENDED")
  record Ended(String fault, double seconds, @Nullable String with) implements FaultEvent {}
}
