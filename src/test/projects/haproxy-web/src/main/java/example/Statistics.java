package example;

import io.chaoschapters.runtime.Component;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statistics page of the load balancer. */
record Statistics(List<Map<String, String>> rows) {

  static Statistics of(Component balancer) throws IOException {
    String page = Http.get(balancer.endpoint(Balancer.STATUS), "/stats;csv").body();
    List<String> lines = page.lines().filter(line -> !line.isBlank()).toList();
    List<String> names = List.of(lines.get(0).replaceFirst("^# ", "").split(","));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> values = Arrays.asList(line.split(",", -1));
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), values.get(i));
      }
      rows.add(row);
    }
    return new Statistics(rows);
  }

  private Optional<Map<String, String>> row(String proxy, String name) {
    return rows.stream()
        .filter(row -> proxy.equals(row.get("pxname")) && name.equals(row.get("svname")))
        .findFirst();
  }

  /** Such as {@code UP} or {@code DRAIN}. */
  String state(String server) {
    return row("web", server).map(row -> row.get("status")).orElse("not known");
  }

  /** What the last check said, such as {@code L7OK}. */
  String check(String server) {
    return row("web", server).map(row -> row.get("check_status")).orElse("not known");
  }

  boolean isInRotation(String server) {
    return state(server).startsWith("UP");
  }

  /** Requests that were sent to a server since the start. */
  long requests(String server) {
    return row("web", server).map(row -> Long.parseLong(row.get("stot"))).orElse(0L);
  }

  /** Client connections that are open. */
  long connections() {
    return row("site", "FRONTEND").map(row -> Long.parseLong(row.get("scur"))).orElse(0L);
  }
}
