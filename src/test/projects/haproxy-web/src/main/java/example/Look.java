package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Health;
import java.io.IOException;

/**
 * What one look at a component has brought.
 *
 * @param release of a web server, or empty when it does not say
 * @param statistics of the load balancer, or null when it does not answer
 */
record Look(Health health, String release, Statistics statistics) {

  static Look atServer(Component server) {
    try {
      Health health = health(Http.get(server.endpoint(WebServer.PORT), "/health"));
      Http.Answer release = Http.get(server.endpoint(WebServer.PORT), "/release");
      return new Look(health, release.status() == 200 ? release.body() : "", null);
    } catch (IOException e) {
      return new Look(Health.after(e), "", null);
    }
  }

  static Look atBalancer(Component balancer) {
    try {
      Health health = health(Http.get(balancer.endpoint(Balancer.STATUS), "/alive"));
      return new Look(health, "", Statistics.of(balancer));
    } catch (IOException e) {
      return new Look(Health.after(e), "", null);
    }
  }

  private static Health health(Http.Answer answer) {
    return answer.status() == 200 ? Health.SERVING : Health.DEGRADED;
  }
}
