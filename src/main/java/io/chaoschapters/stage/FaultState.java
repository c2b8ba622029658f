package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/**
 * The newest fault and what became of it. Times are seconds since the run started, or NaN.
 *
 * @param phase how far it is
 * @param name what kind of fault, or empty
 * @param target what it hits, or empty
 * @param seconds how long it is to last, NaN when that is not known
 * @param since when the phase began
 * @param injectedAt when it was injected
 * @param witness what an independent probe saw of it, or that it saw nothing; may be empty
 * @param trouble why the steady state did not come back, or empty
 * @param load the client traffic that runs, or empty
 * @param stressed whether there was a fault or client traffic in this chapter
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FaultState(
    Phase phase,
    String name,
    String target,
    double seconds,
    double since,
    double injectedAt,
    String witness,
    String trouble,
    String load,
    boolean stressed) {

  /** How far a fault is. */
  public enum Phase {
    /** There is none, or its effects are over. */
    NONE,
    /** It is about to be injected. */
    ARMED,
    /** It is there. */
    ACTIVE,
    /** It was taken away; its effects may last. */
    ENDED,
    /** Rollback has begun. */
    RECOVERING,
    /** The steady state did not come back. */
    FAILED
  }

  static FaultState none() {
    return new FaultState(
        Phase.NONE, "", "", Double.NaN, Double.NaN, Double.NaN, "", "", "", false);
  }

  FaultState apply(JournalEvent event) {
    double now = event.elapsed();
    return switch (event.type()) {
      case FAULT_ARMED -> begun(event, Phase.ARMED, Double.NaN);
      case FAULT_INJECTED -> begun(event, Phase.ACTIVE, now);
      case FAULT_WITNESSED -> seen(EventData.clean(event, "statement"));
      case FAULT_NOT_WITNESSED -> seen("not witnessed: " + EventData.clean(event, "statement"));
      case FAULT_ENDED -> in(Phase.ENDED, now, "");
      case RECOVERING -> in(Phase.RECOVERING, now, "");
      case RECOVERED -> in(Phase.NONE, now, "");
      case RECOVERY_FAILED -> in(Phase.FAILED, now, EventData.clean(event, "reason"));
      case LOAD_STARTED -> loaded(EventData.clean(event, "load"), true);
      case LOAD_ENDED -> loaded("", stressed);
      case CHAPTER_SCHEDULED -> phase == Phase.NONE ? none() : this;
      default -> this;
    };
  }

  private FaultState begun(JournalEvent event, Phase next, double injected) {
    String fault = EventData.clean(event, "fault");
    String where = EventData.clean(event, "target");
    boolean armedBefore = phase == Phase.ARMED;
    return new FaultState(
        next,
        fault.isEmpty() && armedBefore ? name : fault,
        where.isEmpty() && armedBefore ? target : where,
        EventData.number(event, "seconds", armedBefore ? seconds : Double.NaN),
        event.elapsed(),
        injected,
        "",
        "",
        load,
        true);
  }

  private FaultState in(Phase next, double at, String reason) {
    return new FaultState(
        next, name, target, seconds, at, injectedAt, witness, reason, load, stressed);
  }

  private FaultState seen(String statement) {
    return new FaultState(
        phase, name, target, seconds, since, injectedAt, statement, trouble, load, stressed);
  }

  private FaultState loaded(String words, boolean stress) {
    return new FaultState(
        phase, name, target, seconds, since, injectedAt, witness, trouble, words, stress);
  }

  /** Whether something may be done to the system at this moment. */
  public boolean isActive() {
    return phase == Phase.ARMED || phase == Phase.ACTIVE;
  }

  /** What and where, such as {@code freeze on till-2}. */
  public String words() {
    String plain = name.replace('-', ' ');
    return target.isEmpty() ? plain : plain + " on " + target;
  }
}
