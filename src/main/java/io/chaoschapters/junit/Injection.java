package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a chapter's method can ask for by the type of a parameter. */
final class Injection {
  private Injection() {}

  static boolean supports(Class<?> type, RunSession show) {
    return type == Monitor.class
        || type == Diagnostician.class
        || type == Laboratory.class
        || isCluster(type, show)
        || isSubject(type, show);
  }

  static Object resolve(Class<?> type, RunSession show, ChapterRun run) {
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
  private static boolean isCluster(Class<?> type, RunSession show) {
    return is(type, Cluster.class, "cluster", show.environment().cluster(), show);
  }

  private static boolean isSubject(Class<?> type, RunSession show) {
    return is(type, Subject.class, "subject class", show.environment().subject(), show);
  }

  private static boolean is(
      Class<?> type, Class<?> kind, String word, Object have, RunSession show) {
    if (!kind.isAssignableFrom(type) || type.isInstance(have)) {
      return kind.isAssignableFrom(type);
    }
    throw new ParameterResolutionException(
        RootLocale.format(
            "A parameter is a %s, but subject '%s' has a %s %s. Ask for that one, or for %s.",
            type.getName(),
            show.environment().subject().id(),
            word,
            have.getClass().getName(),
            kind.getSimpleName()));
  }
}
