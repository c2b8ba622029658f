package io.chaoschapters.subjects.tikv;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a store's page of metrics, of whose some ten thousand lines few are of interest. */
final class UndeliveredPage {
  private static final String COUNTER = "tikv_server_report_failure_msg_total{";
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          Pattern.quote(COUNTER)
              + "(?=[^}]*type=\"unreachable\")[^}]*store_id=\"(\\d+)\"[^}]*}\\s+(\\S+).*");

  private UndeliveredPage() {}

  /** Messages that could not be delivered, by the id of the other store. */
  static Map<String, Double> read(Stream<String> lines) {
    Map<String, Double> counts = new HashMap<>();
    lines
        .filter(line -> line.startsWith(COUNTER))
        .map(UNREACHABLE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line -> counts.merge(line.group(1), Double.parseDouble(line.group(2)), Double::sum));
    return counts;
  }
}
