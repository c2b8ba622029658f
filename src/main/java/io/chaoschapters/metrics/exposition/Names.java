package io.chaoschapters.metrics.exposition;

import io.chaoschapters.text.RootLocale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The names that Prometheus allows.
 *
 * @see <a href="https://prometheus.io/docs/concepts/data_model/">Prometheus data model</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Names {

  public static final String METRIC_NAME = "__name__";

  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private Names() {}

  static boolean isMetric(String name) {
    return METRIC.matcher(name).matches();
  }

  static boolean isLabel(String name) {
    return LABEL.matcher(name).matches();
  }

  public static void requireMetric(String name) {
    if (!isMetric(name)) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'%s' is not a metric name: use letters, digits, '_' and ':', with no digit first.",
              name));
    }
  }

  public static void requireLabel(String name) {
    if (!isLabel(name)) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'%s' is not a label name: use letters, digits and '_', with no digit first.", name));
    }
    if (name.startsWith("__")) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The label '%s' is reserved by Prometheus: use a name that does not begin with '__'.",
              name));
    }
  }
}
