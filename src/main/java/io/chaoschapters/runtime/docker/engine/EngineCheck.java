package io.chaoschapters.runtime.docker.engine;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Whether a Docker engine lets us in.
 *
 * @param open whether it does
 * @param words one clause: its version, or why not and what to do
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record EngineCheck(boolean open, String words) {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("\"Version\":\"([^\"]+)\"");

  /** Asks the engine for its version. */
  public static EngineCheck probe(Path socket) {
    return probe(socket, ANSWER_WITHIN);
  }

  public static EngineCheck probe(Path socket, Duration within) {
    try {
      return answered(
          TimeLimit.within(
              within, "docker-probe", () -> new EngineSocket(socket).ask("GET", "/version")),
          socket);
    } catch (TimeoutException e) {
      return closed(
          RootLocale.format(
              "the Docker engine at %s does not answer within %d ms; restart it",
              socket, within.toMillis()));
    } catch (ExecutionException e) {
      return closed(trouble(e.getCause(), socket));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return closed("interrupted while the Docker engine was asked");
    }
  }

  private static EngineCheck answered(PlainRequest.Answer answer, Path socket) {
    Matcher version = VERSION.matcher(answer.body());
    if (!answer.isGood() || !version.find()) {
      return closed(
          RootLocale.format(
              "what answers at %s is no Docker engine in order (HTTP %d)",
              socket, answer.status()));
    }
    return new EngineCheck(
        true, RootLocale.format("the Docker engine %s answers", version.group(1)));
  }

  public static String trouble(Throwable cause, Path socket) {
    String said = Failure.words(cause);
    String small = said.toLowerCase(Locale.ROOT);
    if (small.contains("permission denied")) {
      return RootLocale.format(
          "the Docker engine at %s does not let this user in (permission denied); add the user to the group that owns the socket, or use a rootless engine",
          socket);
    }
    if (small.contains("connection refused")) {
      return RootLocale.format("no Docker engine listens at %s; start it", socket);
    }
    return RootLocale.format("the Docker engine at %s cannot be asked (%s)", socket, said);
  }

  private static EngineCheck closed(String words) {
    return new EngineCheck(false, words);
  }
}
