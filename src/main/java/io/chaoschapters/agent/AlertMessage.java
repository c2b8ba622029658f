package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.text.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Alertmanager sends to a webhook, version 4.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">the
 *     format</a>
 */
final class AlertMessage {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final int FINGERPRINT = 16;

  private final Evidence evidence;
  private final Surroundings around;

  AlertMessage(Evidence evidence, Surroundings around) {
    this.evidence = evidence;
    this.around = around;
  }

  /** One alert of a group. Labels say which it is, annotations what there is to know about it. */
  private record Alert(Map<String, String> labels, Map<String, String> annotations) {}

  /** The message; where nothing is out of bounds, one alert asks for a look all the same. */
  ObjectNode message() {
    List<Alert> all = alerts();
    ObjectNode message = Json.object().put("receiver", "oncall").put("status", "firing");
    ArrayNode alerts = message.putArray("alerts");
    all.forEach(alert -> alerts.add(node(alert)));
    message.putObject("groupLabels");
    message.set("commonLabels", node(common(all.stream().map(Alert::labels).toList())));
    message.set("commonAnnotations", node(common(all.stream().map(Alert::annotations).toList())));
    message.put("externalURL", URI.create(around.url()).resolve("/").toString());
    return message.put("version", "4").put("groupKey", "{}:{}").put("truncatedAlerts", 0);
  }

  private List<Alert> alerts() {
    List<ViolationEvidence> active = evidence.activeViolations();
    return active.isEmpty()
        ? List.of(
            new Alert(
                Map.of("alertname", "RoutineCheck"),
                annotations("No invariant is violated; look all the same.")))
        : active.stream().map(violation -> alert(violation)).toList();
  }

  /** Alerts with the same labels would be one and the same. */
  private Alert alert(ViolationEvidence violation) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", "InvariantViolated");
    labels.put("invariant", violation.statement());
    if (violation.component() != null) {
      labels.put("component", violation.component());
    }
    return new Alert(labels, annotations(violation.sentence()));
  }

  private Map<String, String> annotations(String summary) {
    return new TreeMap<>(
        Map.of(
            "summary",
            summary,
            "task",
            around.text(),
            "tools_url",
            around.url(),
            "tools_token",
            around.token()));
  }

  private static Map<String, String> common(List<Map<String, String>> all) {
    Map<String, String> common = new LinkedHashMap<>(all.get(0));
    all.forEach(one -> common.entrySet().retainAll(one.entrySet()));
    return common;
  }

  private ObjectNode node(Alert alert) {
    ObjectNode node = Json.object().put("status", "firing");
    node.set("labels", node(alert.labels()));
    node.set("annotations", node(alert.annotations()));
    node.put("startsAt", evidence.takenAt().toString()).put("endsAt", NEVER);
    node.put("generatorURL", "");
    String labels = new TreeMap<>(alert.labels()).toString();
    return node.put("fingerprint", Trajectory.digest(labels).substring(0, FINGERPRINT));
  }

  private ObjectNode node(Map<String, String> texts) {
    ObjectNode node = Json.object();
    texts.forEach(node::put);
    return node;
  }
}
