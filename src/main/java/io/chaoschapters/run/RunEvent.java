package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.chaoschapters.subject.Signal;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Each event is a record; its {@link JsonTypeName} is what the
 * journal calls it, and its components are the journal's data.
 *
 * <p>Texts are as they were given, whatever they hold: what draws them cleans them. A component
 * that is {@link Nullable} is left out of the journal when it is null; every other one is there.
 * Times are in seconds.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface RunEvent
    permits AgentEvent,
        ChapterEvent,
        DiagnosisEvent,
        FaultEvent,
        LoadEvent,
        Observed,
        PresenterEvent,
        RecoveryEvent,
        RunEvent.ClusterReady,
        RunEvent.Ended,
        RunEvent.MetricsChanged,
        RunEvent.Note,
        RunEvent.Started,
        ViolationEvent,
        Waiting {

  /**
   * A run began.
   *
   * @param run its id, the name of its folder
   * @param subject the subject's id
   * @param title the subject's title
   * @param runtime which runtime runs the components
   * @param reason why that runtime
   * @param standIn what is not the real thing, as far as it is known yet
   * @param diagnoser the id of the diagnoser that gives the verdict
   * @param diagnoserVersion its method and model
   * @param diagnoserDescription one sentence on what it is
   * @param leavesTheMachine one sentence on what leaves the machine when it is asked
   * @param chapters how many chapters there are
   * @param mode whether a presenter leads
   * @param pollSeconds from one observation to the next
   * @param settings every setting's value and where it came from
   * @param signals what is measured, in the subject's order
   * @param invariants what should hold, in the subject's order
   * @param artifacts the folder that the run leaves behind
   */
  @JsonTypeName("RUN_STARTED")
  record Started(
      String run,
      String subject,
      String title,
      String runtime,
      String reason,
      @Nullable String standIn,
      String diagnoser,
      String diagnoserVersion,
      String diagnoserDescription,
      String leavesTheMachine,
      int chapters,
      ShowMode mode,
      double pollSeconds,
      Map<String, String> settings,
      List<Signal> signals,
      List<Statement> invariants,
      String artifacts)
      implements RunEvent {

    public Started {
      settings = Map.copyOf(settings);
      signals = List.copyOf(signals);
      invariants = List.copyOf(invariants);
    }

    /**
     * An invariant that will be checked.
     *
     * @param id its id
     * @param statement what should hold
     * @param unit of the measured value; empty for a count
     */
    public record Statement(String id, String statement, String unit) {}
  }

  /**
   * The cluster serves.
   *
   * @param seconds since the run began
   * @param components their ids
   * @param metrics which metrics store answers, and why
   * @param standIn what is not the real thing, as the cluster tells by itself
   * @param versions which program and version components are by their own account, by their ids
   */
  @JsonTypeName("CLUSTER_READY")
  record ClusterReady(
      double seconds,
      List<String> components,
      String metrics,
      @Nullable String standIn,
      Map<String, String> versions)
      implements RunEvent {
    public ClusterReady {
      components = List.copyOf(components);
      versions = Map.copyOf(versions);
    }
  }

  /**
   * Another metrics store answers than before.
   *
   * @param metrics which one, and why
   */
  @JsonTypeName("METRICS_CHANGED")
  record MetricsChanged(String metrics) implements RunEvent {}

  /**
   * A sentence for the log.
   *
   * @param text the sentence
   */
  @JsonTypeName("NOTE")
  record Note(String text) implements RunEvent {}

  /**
   * The run is over.
   *
   * @param verdict how it ended; null for a run without chapters
   * @param counts how many chapters ended in each way
   */
  @JsonTypeName("RUN_ENDED")
  record Ended(@Nullable RunVerdict verdict, Map<ChapterVerdict, Integer> counts)
      implements RunEvent {
    public Ended {
      counts = Map.copyOf(counts);
    }
  }
}
