package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;

/** What a chapter's method can ask for by the type of a parameter. */
final class Injection {
  private Injection() {}

  static boolean supports(Class<?> type, Show show) {
    return type == Monitor.class
        || type == Diagnostician.class
        || type == Laboratory.class
        || isCluster(type, show)
        || isSubject(type, show);
  }

  static Object resolve(Class<?> type, Show show, ChapterRun run) {
    if (type == Monitor.class) {
      return run.monitor();
    }
    if (type == Diagnostician.class) {
      return run.diagnostician();
    }
    if (type == Laboratory.class) {
      return run.laboratory();
    }
    return isCluster(type, show) ? show.environment().cluster() : show.environment().subject();
  }

  /** {@link Cluster} itself, or the type that the subject's own cluster has. */
  private static boolean isCluster(Class<?> type, Show show) {
    return Cluster.class.isAssignableFrom(type) && type.isInstance(show.environment().cluster());
  }

  private static boolean isSubject(Class<?> type, Show show) {
    return Subject.class.isAssignableFrom(type) && type.isInstance(show.environment().subject());
  }
}
