package io.chaoschapters.stage;

import org.apiguardian.api.API;

/**
 * Everything that the stage shows, at one moment. Each part is made from the journal's events and
 * from nothing else; see {@link StageReducer}.
 *
 * @param run what holds for the whole run
 * @param summary the results so far
 * @param playbill the chapters announced so far
 * @param fault the newest fault
 * @param waiting what the show waits for
 * @param vitals what the newest observation saw
 * @param charts the signals' courses
 * @param diagnosis the newest question and its answer
 * @param sideAnswers what further diagnosers said
 * @param review the pause after a failure
 * @param log the newest lines of the log
 * @param at the time of the newest event, in seconds since the run started
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StageState(
    RunInfo run,
    RunSummary summary,
    Playbill playbill,
    FaultState fault,
    Waiting waiting,
    Vitals vitals,
    Charts charts,
    DiagnosisState diagnosis,
    SideAnswers sideAnswers,
    Review review,
    EventLog log,
    double at) {

  /** Before anything happened. */
  public static StageState initial() {
    return new StageState(
        RunInfo.unknown(),
        RunSummary.empty(),
        new Playbill(java.util.List.of()),
        FaultState.none(),
        Waiting.forNothing(),
        Vitals.none(),
        Charts.none(),
        DiagnosisState.none(),
        SideAnswers.none(),
        Review.none(),
        new EventLog(java.util.List.of()),
        0);
  }
}
