package io.chaoschapters.stage;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/** Makes the next state from an event; a pure function, so that a journal can be played again. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StageReducer {
  private StageReducer() {}

  /** The state after an event. */
  public static StageState apply(StageState state, JournalEvent event) {
    SideAnswers side = state.sideAnswers().apply(event, state.diagnosis());
    boolean aside = side.listening() || state.sideAnswers().listening() && isAnswer(event);
    return new StageState(
        state.run().apply(event),
        state.summary().apply(event),
        state.playbill().apply(event),
        state.fault().apply(event),
        state.waiting().apply(event),
        state.vitals().apply(event),
        state.charts().apply(event),
        aside ? state.diagnosis() : state.diagnosis().apply(event),
        side,
        state.review().apply(event),
        state.log().apply(event),
        Math.max(state.at(), event.elapsed()));
  }

  private static boolean isAnswer(JournalEvent event) {
    return event.type() == EventType.DIAGNOSIS_ANSWERED;
  }
}
