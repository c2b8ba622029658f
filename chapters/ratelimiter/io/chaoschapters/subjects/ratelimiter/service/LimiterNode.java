package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.runtime.ServiceLogging;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The program that runs one node of the rate limiter.
 *
 * <p>It prints {@code READY port=<n>} when it serves, logs to standard output, and stops within a
 * second of SIGTERM. The password of Redis comes from the environment variable {@value
 * #PASSWORD_VARIABLE}. Exit code 2: wrong options; 1: it could not start.
 */
@Command(
    name = "limiter-node",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs one node of a distributed fixed-window rate limiter.")
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LimiterNode implements Callable<Integer> {
  /** The environment variable with the password of Redis; absent or empty for none. */
  public static final String PASSWORD_VARIABLE = "LIMITER_REDIS_PASSWORD";

  private static final int STORE_CONNECTIONS = 16;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @Option(names = "--node", required = true, description = "This node's name, unique among nodes.")
  private String node = "";

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host = "";

  @Option(names = "--port", defaultValue = "0", description = "Port; 0 for any free one.")
  private int port;

  @Option(names = "--redis-host", defaultValue = "127.0.0.1", description = "Where Redis is.")
  private String redisHost = "";

  @Option(names = "--redis-port", defaultValue = "6379", description = "Redis's port.")
  private int redisPort;

  @Option(
      names = "--redis-timeout",
      defaultValue = "200ms",
      description = "Bounds each connect to and answer of Redis.")
  private Duration redisTimeout = Duration.ZERO;

  @Option(names = "--mode", defaultValue = "strict", description = "${COMPLETION-CANDIDATES}")
  private LimitMode mode = LimitMode.STRICT;

  @Option(
      names = "--policy",
      defaultValue = "resend",
      description = "Hits whose sync failed: ${COMPLETION-CANDIDATES}")
  private SyncPolicy policy = SyncPolicy.RESEND;

  @Option(
      names = "--fail",
      defaultValue = "open",
      description = "Strict checks without Redis: ${COMPLETION-CANDIDATES}")
  private FailMode fail = FailMode.OPEN;

  @Option(names = "--sync-interval", defaultValue = "500ms", description = "Pause between syncs.")
  private Duration syncInterval = Duration.ZERO;

  @Option(names = "--default-limit", defaultValue = "1000", description = "For keys without one.")
  private long defaultLimit;

  @Option(names = "--default-window", defaultValue = "1h", description = "For keys without one.")
  private Duration defaultWindow = Duration.ZERO;

  @Option(names = "--max-keys", defaultValue = "10000", description = "Most keys to track.")
  private int maxKeys;

  @Option(names = "--exit-with-parent", description = "Exit when standard input ends.")
  private boolean exitWithParent;

  /** Runs a node until it is stopped. */
  public static void main(String[] arguments) {
    ServiceLogging.toStandardOutput(
        Map.of(
            "io.javalin", "warn",
            "org.eclipse.jetty", "warn",
            // That many ask at once is no news of the node; what it does about it is not, either.
            "org.eclipse.jetty.server.LowResourceMonitor", "error"));
    int code =
        new CommandLine(new LimiterNode())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(Duration.class, new DurationConverter())
            .setExecutionExceptionHandler(LimiterNode::cannotStart)
            .execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int cannotStart(
      Exception e, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String way = root instanceof BindException ? " (--host, --port; port 0 is any free one)" : "";
    command.getErr().println("The node could not start: " + root.getMessage() + way);
    return 1;
  }

  @Override
  public Integer call() {
    if (!NAME.matcher(node).matches()) {
      throw new BadRequestException(
          RootLocale.format(
              "--node is '%s'; it must be 1 to 64 letters, digits, dots, hyphens or underscores.",
              node));
    }
    Logger log = LoggerFactory.getLogger("ratelimiter.node");
    String incarnation = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    String password = System.getenv(PASSWORD_VARIABLE);
    StoreAddress redis =
        new StoreAddress(
            redisHost,
            redisPort,
            password == null || password.isEmpty() ? null : password,
            redisTimeout);
    NodeSettings settings = new NodeSettings(mode, policy, fail, syncInterval);
    RateLimiter limiter =
        new RateLimiter(
            node,
            incarnation,
            new RedisStore(redis, node + "#" + incarnation, STORE_CONNECTIONS),
            settings,
            new Limit(defaultLimit, defaultWindow.toMillis()),
            maxKeys,
            Clock.systemUTC());
    HttpApi api = new HttpApi(limiter, host, port, redisTimeout, STORE_CONNECTIONS);
    Runtime.getRuntime().addShutdownHook(DaemonThreads.thread("stop", () -> stop(api, limiter)));
    int actualPort = api.start();
    limiter.start();
    log.info("node {} serves on {}:{}, store {}, {}", node, host, actualPort, redis, settings);
    System.out.println("READY port=" + actualPort);
    if (exitWithParent) {
      exitWhenInputEnds();
    }
    return 0;
  }

  private static void stop(HttpApi api, RateLimiter limiter) {
    api.close();
    limiter.close();
  }

  private static void exitWhenInputEnds() {
    DaemonThreads.thread(
            "parent-watch",
            () -> {
              try {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
              } catch (IOException e) {
                LoggerFactory.getLogger("ratelimiter.node").info("standard input failed", e);
              }
              System.exit(0);
            })
        .start();
  }

  private static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return ParameterText.duration(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
