package io.chaoschapters.run;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run; it is {@code summary.json}.
 *
 * @param run the run's id
 * @param subject the subject's id
 * @param title the subject's title
 * @param started when it began
 * @param runtime which runtime was chosen
 * @param runtimeReason why
 * @param metrics which metrics store answered, and why
 * @param standIn what is a stand-in; empty when everything is real
 * @param versions which program and version each component was by its own account, by its id
 * @param diagnoser who answers, with version
 * @param clusterReadySeconds from the beginning of the run to a cluster that serves; null until
 *     then
 * @param showSeconds from the start of the cluster to the last verdict
 * @param declaredSeconds the fault, lead-in and settle times that the experiments declare
 * @param settings every setting's value
 * @param chapters the chapters, in the order in which they ran; one that is under way, or was when
 *     the run was cut off, is unknown
 * @param state how far the run has come
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RunSummary(
    String run,
    String subject,
    String title,
    Instant started,
    String runtime,
    String runtimeReason,
    String metrics,
    String standIn,
    Map<String, String> versions,
    String diagnoser,
    @Nullable Double clusterReadySeconds,
    double showSeconds,
    double declaredSeconds,
    Map<String, String> settings,
    List<ChapterResult> chapters,
    RunState state) {
  public RunSummary {
    versions =
        versions == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(versions)); // older runs told none
    settings = Map.copyOf(settings);
    chapters = List.copyOf(chapters);
  }

  /** How many chapters ended in a way. */
  public long count(ChapterVerdict verdict) {
    return chapters.stream().filter(chapter -> chapter.verdict() == verdict).count();
  }
}
