package io.chaoschapters.runtime.kubernetes.namespace;

import io.chaoschapters.runtime.process.Owner;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** Labels that say which run something in the cluster belongs to. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Labels {
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String OURS = "chaos-chapters";

  /** The run's id, as in its folder's name. */
  public static final String RUN = "chaoschapters.io/run";

  /** The component's id. */
  public static final String COMPONENT = "chaoschapters.io/component";

  /** An annotation, because its text has letters that labels cannot have. */
  static final String OWNER = "chaoschapters.io/owner";

  private static final int LONGEST = 63;

  private Labels() {}

  public static Map<String, String> of(String run) {
    return Map.of(MANAGED_BY, OURS, RUN, value(run));
  }

  static String value(String text) {
    String allowed = text.replaceAll("[^A-Za-z0-9_.-]", "-");
    return allowed
        .substring(0, Math.min(LONGEST, allowed.length()))
        .replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
  }

  static boolean areOurs(Namespace namespace) {
    return OURS.equals(Maps.of(namespace.getMetadata().getLabels()).get(MANAGED_BY));
  }

  public static Optional<Owner> owner(Namespace namespace) {
    return Optional.ofNullable(Maps.of(namespace.getMetadata().getAnnotations()).get(OWNER))
        .flatMap(Owner::parse);
  }
}
