package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.ImageRecipe;
import io.chaoschapters.subjects.ratelimiter.service.LimiterNode;
import java.util.List;
import java.util.Map;

/** How the parts of the system run as containers. */
final class RateLimiterContainers {
  /** The same version that the local runtime has. */
  private static final ContainerImage REDIS = ContainerImage.of("redis:7.0.15");

  private static final int REDIS_PORT = 6379;
  private static final int NODE_PORT = 8080;
  private static final String REDIS_CONFIGURATION = "/etc/store/redis.conf";

  private static final ContainerImage NODE =
      new ContainerImage(
          "chaoschapters/ratelimiter-node",
          new ImageRecipe(
              "docker/ratelimiter-node/Dockerfile",
              "eclipse-temurin:17.0.15_6-jre",
              LimiterNode.class,
              List.of(
                  "apiguardian-api",
                  "commons-pool2",
                  "HdrHistogram",
                  "jackson-",
                  "jakarta.",
                  "javalin",
                  "jedis",
                  "jetty-",
                  "json-2",
                  "gson",
                  "jspecify",
                  "kotlin-stdlib",
                  "micrometer-",
                  "picocli",
                  "prometheus-metrics-",
                  "redis-authx-core",
                  "slf4j-")));

  private RateLimiterContainers() {}

  static List<String> images() {
    return List.of(REDIS.needed(), NODE.needed());
  }

  /** The password stands in a file, because a command line and an environment can be looked at. */
  static ContainerProgram store(String password) {
    String configuration =
        String.join(
            "\n",
            "bind 0.0.0.0",
            "port " + REDIS_PORT,
            "save \"\"",
            "appendonly no",
            "enable-debug-command yes",
            "requirepass " + password,
            "");
    return new ContainerProgram(
        REDIS,
        List.of("redis-server", REDIS_CONFIGURATION),
        Map.of(),
        Map.of(RateLimiterComponents.REDIS, REDIS_PORT),
        Map.of(REDIS_CONFIGURATION, configuration));
  }

  static ContainerProgram node(String id, Endpoint store, String password) {
    return new ContainerProgram(
        NODE,
        List.of(
            "--node", id,
            "--host", "0.0.0.0",
            "--port", Integer.toString(NODE_PORT),
            "--redis-host", store.host(),
            "--redis-port", Integer.toString(store.port())),
        Map.of(LimiterNode.PASSWORD_VARIABLE, password),
        Map.of(RateLimiterComponents.HTTP, NODE_PORT),
        Map.of());
  }
}
