package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/**
 * What holds for the whole run; texts are empty until they are known.
 *
 * @param subject the subject's id
 * @param title the show's title
 * @param runtime which runtime runs the components
 * @param reason why that runtime
 * @param diagnoser who answers
 * @param standIn what is not the real thing, or empty
 * @param mode in whose hands the run is
 * @param pollSeconds from one observation to the next
 * @param artefacts the folder that the run leaves behind
 * @param verdict how the run ended, or empty while it lasts
 * @param endedAt when, in seconds since its start; NaN while it lasts
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunInfo(
    String subject,
    String title,
    String runtime,
    String reason,
    String diagnoser,
    String standIn,
    StageMode mode,
    double pollSeconds,
    String artefacts,
    String verdict,
    double endedAt) {

  static RunInfo unknown() {
    return new RunInfo("", "", "", "", "", "", StageMode.LIVE, 1, "", "", Double.NaN);
  }

  RunInfo apply(JournalEvent event) {
    return switch (event.type()) {
      case RUN_STARTED -> started(event);
      case CLUSTER_READY -> ready(event);
      case RUN_ENDED -> ended(event);
      default -> this;
    };
  }

  private static RunInfo started(JournalEvent event) {
    String standIn = EventData.clean(event, "standIn");
    double poll = EventData.number(event, "pollSeconds", 1);
    return new RunInfo(
        EventData.clean(event, "subject"),
        EventData.clean(event, "title"),
        EventData.clean(event, "runtime"),
        EventData.clean(event, "reason"),
        EventData.clean(event, "diagnoser"),
        standIn.equals("false") ? "" : standIn,
        StageMode.of(EventData.clean(event, "mode")),
        poll > 0 ? poll : 1,
        EventData.clean(event, "artefacts"),
        "",
        Double.NaN);
  }

  /** What runs may tell by itself that it is a stand-in. */
  private RunInfo ready(JournalEvent event) {
    String told = EventData.clean(event, "standIn");
    return new RunInfo(
        subject,
        title,
        runtime,
        reason,
        diagnoser,
        told.isEmpty() ? standIn : told,
        mode,
        pollSeconds,
        artefacts,
        verdict,
        endedAt);
  }

  private RunInfo ended(JournalEvent event) {
    String path = EventData.clean(event, "artefacts");
    String word = EventData.clean(event, "verdict");
    return new RunInfo(
        subject,
        title,
        runtime,
        reason,
        diagnoser,
        standIn,
        mode,
        pollSeconds,
        path.isEmpty() ? artefacts : path,
        word.isEmpty() ? "ended" : word,
        event.elapsed());
  }

  /** Whether the run is over. */
  public boolean isOver() {
    return !verdict.isEmpty();
  }

  /** The title, or the subject's id where there is none. */
  public String headline() {
    return title.isEmpty() ? subject : title;
  }
}
