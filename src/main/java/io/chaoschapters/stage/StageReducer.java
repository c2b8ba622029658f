package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/** Makes the next state from an event; a pure function, so that a journal can be played again. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StageReducer {
  private StageReducer() {}

  /** The state after an event. */
  public static StageState apply(StageState state, JournalEvent event) {
    return new StageState(
        state.run().apply(event),
        state.summary().apply(event),
        state.playbill().apply(event),
        state.fault().apply(event),
        state.waiting().apply(event),
        state.vitals().apply(event),
        state.charts().apply(event),
        state.diagnosis().apply(event),
        state.review().apply(event),
        state.log().apply(event),
        Math.max(state.at(), event.elapsed()));
  }
}
