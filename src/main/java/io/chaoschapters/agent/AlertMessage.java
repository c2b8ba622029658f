package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.text.Json;
import java.util.List;

/**
 * What Alertmanager sends to a webhook, version 4.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">the
 *     format</a>
 */
final class AlertMessage {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final int FINGERPRINT = 16;

  /** The message; where nothing is out of bounds, one alert asks for a look all the same. */
  ObjectNode of(Evidence evidence, Surroundings around) {
    ObjectNode message = Json.object().put("version", "4");
    message.put("groupKey", "{}:{}").put("truncatedAlerts", 0).put("status", "firing");
    message.put("receiver", "oncall").put("externalURL", "");
    message.putObject("groupLabels");
    message.putObject("commonLabels");
    message
        .putObject("commonAnnotations")
        .put("task", around.text())
        .put("tools_url", around.url())
        .put("tools_token", around.token());
    ArrayNode alerts = message.putArray("alerts");
    List<ViolationEvidence> active = evidence.activeViolations();
    for (ViolationEvidence violation : active) {
      add(alerts, "InvariantViolated", violation.component(), violation.sentence(), evidence);
    }
    if (active.isEmpty()) {
      add(alerts, "RoutineCheck", null, "No invariant is violated; look all the same.", evidence);
    }
    return message;
  }

  private static void add(
      ArrayNode alerts,
      String name,
      @org.jspecify.annotations.Nullable String component,
      String summary,
      Evidence evidence) {
    ObjectNode alert = alerts.addObject().put("status", "firing");
    ObjectNode labels = alert.putObject("labels").put("alertname", name);
    if (component != null) {
      labels.put("component", component);
    }
    alert.putObject("annotations").put("summary", summary);
    alert.put("startsAt", evidence.takenAt().toString()).put("endsAt", NEVER);
    alert.put("generatorURL", "");
    alert.put("fingerprint", Trajectory.digest(name + summary).substring(0, FINGERPRINT));
  }
}
