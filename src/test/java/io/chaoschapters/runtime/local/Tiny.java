package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Specs of {@link TinyService} and questions to it. */
final class Tiny {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private Tiny() {}

  static ComponentRuntime runtime(Path folder) {
    return new LocalRuntimeProvider()
        .open(new RuntimeContext("test", folder, Settings.ofProcess()));
  }

  static ComponentSpec serving(String id) {
    return spec(id, "serve");
  }

  static ComponentSpec spec(String id, String mode) {
    return spec(
        id,
        place -> {
          List<String> line = new java.util.ArrayList<>(place.java(TinyService.class, "-Xmx32m"));
          line.add(Integer.toString(place.port("http")));
          line.add(mode);
          return line;
        },
        PATIENCE);
  }

  static ComponentSpec spec(String id, ProcessProgram.Command command, Duration readyWithin) {
    return new ComponentSpec(
        id,
        "tiny service",
        List.of("http"),
        new ProcessProgram(command, Map.of("TINY_SECRET", "12345")),
        null,
        component -> answers(component, Duration.ofSeconds(2)),
        readyWithin);
  }

  static boolean answers(Component component, Duration within) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) component.endpoint("http").http("/").toURL().openConnection();
    connection.setConnectTimeout((int) within.toMillis());
    connection.setReadTimeout((int) within.toMillis());
    try {
      return connection.getResponseCode() == 200;
    } finally {
      connection.disconnect();
    }
  }
}
