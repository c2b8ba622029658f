package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.semantic.words.Roles;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import java.util.List;
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
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Harm(
    List<String> roles, List<String> harmed, List<String> lost, List<String> unharmed) {
  private static final double NAMED = 0.8;
  private static final Pattern ANSWERING =
      Pattern.compile(
          "\\b(?:answers?|responds?|repl(?:y|ies)|pings?|(?:is|are) (?:up|alive|running|"
              + "reachable|healthy|well|there)|be reached|health checks?|"
              + "serves? (?:all |the |its |their )?(?:clients?|requests?|users?|traffic|customers?"
              + "|callers?)|(?:is|are) (?:serving|available|online|in service))\\b"
              + "(?!.*\\b(?:as|how) (?:fast|quick|slow|soon))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANY =
      Pattern.compile(
          "\\b(?:servers?|nodes?|members?|instances?|processes|components?|machines?|hosts?)\\b",
          Pattern.CASE_INSENSITIVE);

  public static Harm of(List<ComponentStatus> components) {
    List<String> roles = components.stream().map(ComponentStatus::role).distinct().toList();
    return new Harm(
        roles,
        roles.stream()
            .filter(role -> components.stream().anyMatch(c -> is(c, role) && isHarmed(c)))
            .toList(),
        roles.stream()
            .filter(
                role ->
                    components.stream().anyMatch(c -> is(c, role) && RoleState.isLost(c.health())))
            .toList(),
        roles.stream()
            .filter(
                role ->
                    components.stream()
                        .filter(c -> is(c, role))
                        .allMatch(c -> c.health() == Health.SERVING))
            .toList());
  }

  /** Whether a statement says that a harmed role answers, which its state says better. */
  public boolean isOfAnswering(String statement) {
    if (!ANSWERING.matcher(statement).find()) {
      return false;
    }
    Roles all = new Roles(roles);
    return harmed.stream().anyMatch(role -> all.of(role, statement) >= NAMED)
        || !harmed.isEmpty() && ANY.matcher(statement).find() && !all.areIn(statement);
  }

  private static boolean is(ComponentStatus status, String role) {
    return status.role().equals(role);
  }

  private static boolean isHarmed(ComponentStatus status) {
    return status.health() != Health.SERVING && status.health() != Health.UNKNOWN;
  }
}
