package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.semantic.words.Roles;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Which roles have components that do not serve, as types and not as sentences. Of a component that
 * could not be probed nothing is claimed either way.
 *
 * @param roles all roles
 * @param harmed those of which a component is gone, silent or unwell
 * @param lost those of which one is gone or silent
 * @param unharmed those of which every component serves, for sure
 * @param there those of which every component answers, if only to say that it is unwell
 * @param serving ids of the components that serve
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Harm(
    List<String> roles,
    List<String> harmed,
    List<String> lost,
    List<String> unharmed,
    List<String> there,
    List<String> serving) {
  private static final double NAMED = 0.8;
  private static final Pattern ANSWERING =
      Pattern.compile(
          "\\b(?:answer(?:s|ing)?|respond(?:s|ing)?|repl(?:y|ies)|pings?|(?:is|are) (?:all |both )?(?:up|alive|running|"
              + "reachable|healthy|well|there)|be reached|health checks?|"
              + "serves? (?:all |the |its |their )?(?:clients?|requests?|users?|traffic|customers?"
              + "|callers?)|(?:is|are) (?:serving|available|online|in service))\\b"
              + "(?!.*\\b(?:as|how) (?:fast|quick|slow|soon))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:servers?|nodes?|members?|instances?|processes|components?|machines?|hosts?|"
              + "services?|parts?|programs?|clients|workers?|peers?|containers?|pods?)\\b",
          Pattern.CASE_INSENSITIVE);

  public static Harm of(List<ComponentStatus> components) {
    List<String> roles = components.stream().map(ComponentStatus::role).distinct().toList();
    return new Harm(
        roles,
        some(components, Harm::isHarmed),
        some(components, c -> RoleState.isLost(c.health())),
        all(components, c -> c.health() == Health.SERVING),
        all(components, c -> c.health() == Health.SERVING || c.health() == Health.DEGRADED),
        components.stream()
            .filter(c -> c.health() == Health.SERVING)
            .map(ComponentStatus::id)
            .toList());
  }

  private static List<String> some(
      List<ComponentStatus> components, Predicate<ComponentStatus> such) {
    return components.stream().filter(such).map(ComponentStatus::role).distinct().toList();
  }

  private static List<String> all(
      List<ComponentStatus> components, Predicate<ComponentStatus> such) {
    List<String> others = some(components, such.negate());
    return components.stream()
        .map(ComponentStatus::role)
        .distinct()
        .filter(role -> !others.contains(role))
        .toList();
  }

  /** Whether a statement says that a harmed role answers, which its state says better. */
  public boolean isOfAnswering(String statement) {
    if (!ANSWERING.matcher(statement).find()) {
      return false;
    }
    Roles all = new Roles(roles);
    return harmed.stream().anyMatch(role -> all.of(role, statement) >= NAMED)
        || !harmed.isEmpty() && all.isOfOthers(ANY, statement);
  }

  /**
   * Whether a symptom is seen at those that serve while others are lost; it may follow from that.
   */
  public boolean isBesideLoss(Symptom symptom) {
    if (lost.isEmpty() || symptom.kind() == SymptomKind.STATE) {
      return false;
    }
    if (symptom.component() != null && serving.contains(symptom.component())) {
      return true;
    }
    Roles all = new Roles(roles);
    double others = most(all, unharmed, symptom.words());
    return others >= NAMED && others > most(all, lost, symptom.words());
  }

  private static double most(Roles all, List<String> some, String text) {
    return some.stream().mapToDouble(role -> all.of(role, text)).max().orElse(0);
  }

  private static boolean isHarmed(ComponentStatus status) {
    return status.health() != Health.SERVING && status.health() != Health.UNKNOWN;
  }
}
