package io.chaoschapters.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.http.BoundedHttp;
import io.chaoschapters.metrics.exposition.Floats;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The decoded answer of Prometheus to an instant query. */
record PrometheusAnswer(List<Element> elements) {

  /**
   * One element of a vector, or one series of a matrix.
   *
   * @param points of a vector element, its value at the time of evaluation; of a series, its
   *     samples
   */
  record Element(Map<String, String> labels, List<Point> points) {

    double value() {
      return points.get(points.size() - 1).value();
    }

    /** The time of the last point: for a vector, the time of evaluation. */
    Instant evaluatedAt() {
      return points.get(points.size() - 1).time();
    }

    int samples() {
      return points.size();
    }
  }

  record Point(Instant time, double value) {}

  private static final int MAX_ERROR_LENGTH = 200;

  static PrometheusAnswer parse(BoundedHttp.Answer answer, String server, String promQl) {
    JsonNode root;
    try {
      root = Json.read(answer.body());
    } catch (JsonProcessingException e) {
      throw unreadable(answer, server, e);
    }
    if (root != null && root.path("status").asText().equals("error")) {
      throw new MetricsUnavailableException(
          RootLocale.format(
              "%s refused the query %s: %s.",
              server,
              promQl,
              brief(root.path("errorType").asText() + ", " + root.path("error").asText())));
    }
    if (answer.status() != 200 || root == null || !root.path("status").asText().equals("success")) {
      throw unreadable(answer, server, null);
    }
    try {
      return new PrometheusAnswer(elements(root.path("data")));
    } catch (IllegalArgumentException e) {
      throw unreadable(answer, server, e);
    }
  }

  private static List<Element> elements(JsonNode data) {
    if (data.path("resultType").asText().equals("scalar")) {
      return List.of(new Element(Map.of(), List.of(point(data.path("result")))));
    }
    boolean matrix = data.path("resultType").asText().equals("matrix");
    if (!matrix && !data.path("resultType").asText().equals("vector")) {
      throw new IllegalArgumentException("not a vector or matrix");
    }
    var elements = new ArrayList<Element>();
    for (JsonNode item : data.path("result")) {
      var labels = new TreeMap<String, String>();
      item.path("metric").properties().forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
      var points = new ArrayList<Point>();
      if (matrix) {
        item.path("values").forEach(point -> points.add(point(point)));
      } else {
        points.add(point(item.path("value")));
      }
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without samples");
      }
      elements.add(new Element(labels, points));
    }
    return elements;
  }

  private static Point point(JsonNode pair) {
    double value =
        Floats.parse(pair.path(1).asText())
            .orElseThrow(() -> new IllegalArgumentException("not a number"));
    if (!pair.path(0).isNumber()) {
      throw new IllegalArgumentException("not a time");
    }
    return new Point(Instant.ofEpochMilli(Math.round(pair.path(0).asDouble() * 1000)), value);
  }

  private static MetricsUnavailableException unreadable(
      BoundedHttp.Answer answer, String server, @Nullable Exception cause) {
    return new MetricsUnavailableException(
        RootLocale.format(
            "%s answered with status %d and something other than the API's JSON: '%s'.",
            server, answer.status(), brief(answer.body())),
        cause);
  }

  private static String brief(String text) {
    return Shorten.to(MAX_ERROR_LENGTH, text.replaceAll("[\\s\\p{Cc}]+", " ").strip());
  }
}
