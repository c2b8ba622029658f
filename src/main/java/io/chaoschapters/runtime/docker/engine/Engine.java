package io.chaoschapters.runtime.docker.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Asks the engine through a client, with a bound, and tells in a sentence what went wrong. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Engine {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final DockerClient client;
  private final Path socket;
  private final Duration answerWithin;

  Engine(DockerClient client, Path socket) {
    this(client, socket, ANSWER_WITHIN);
  }

  Engine(DockerClient client, Path socket, Duration answerWithin) {
    this.client = client;
    this.socket = socket;
    this.answerWithin = answerWithin;
  }

  /** Where it listens; the guard asks there. */
  public Path socket() {
    return socket;
  }

  /** As much of an id as people need. */
  public static String brief(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }

  /** For background work, such as following a log. */
  public DockerClient client() {
    return client;
  }

  /**
   * Asks something.
   *
   * @param what a clause that follows "could not", such as {@code pause node-1}
   * @throws RuntimeFailureException when it is refused or takes too long
   */
  public <T> T ask(String what, Function<DockerClient, T> question) {
    return ask(what, answerWithin, question);
  }

  public <T> T ask(String what, Duration within, Function<DockerClient, T> question) {
    try {
      return raw(what, within, question);
    } catch (DockerException e) {
      throw new RuntimeFailureException(
          RootLocale.format("Docker could not %s: %s.", what, EngineErrors.of(e)), e);
    }
  }

  /** As above; empty when the engine does not know it (any more) or returns nothing. */
  public <T> Optional<T> askFor(String what, Function<DockerClient, T> question) {
    try {
      return Optional.ofNullable(raw(what, answerWithin, question));
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (DockerException e) {
      throw new RuntimeFailureException(
          RootLocale.format("Docker could not %s: %s.", what, EngineErrors.of(e)), e);
    }
  }

  /**
   * As above, but throws the engine's own error.
   *
   * @throws DockerException when the engine refuses
   */
  public <T> T raw(String what, Duration within, Function<DockerClient, T> question) {
    try {
      return TimeLimit.within(
          within, "docker-" + what.replace(' ', '-'), () -> question.apply(client));
    } catch (TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Docker did not %s within %d s; the engine at %s hangs or is overloaded.",
              what, within.toSeconds(), socket),
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DockerException refusal) {
        throw refusal;
      }
      throw new RuntimeFailureException(
          RootLocale.format(
              "Docker could not %s: %s. Does the engine at %s still run?",
              what, EngineErrors.of(e.getCause()), socket),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("Interrupted while Docker was to %s.", what), e);
    }
  }
}
