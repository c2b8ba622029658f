package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs scripts in a container of a pod. */
final class Agent {
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final Api api;
  private final String namespace;
  private final String pod;
  private final String container;

  Agent(Api api, String namespace, String pod, String container) {
    this.api = api;
    this.namespace = namespace;
    this.pod = pod;
    this.container = container;
  }

  /** What a script printed, and how it ended. */
  record Answer(int exitCode, String output, String errors) {
    public boolean isGood() {
      return exitCode == 0;
    }

    /** In one line, for a sentence. */
    String words() {
      String said = (output + " " + errors).replaceAll("\\s+", " ").strip();
      return RootLocale.format("exit code %d%s", exitCode, said.isEmpty() ? "" : ", " + said);
    }
  }

  /**
   * Runs a script to its end.
   *
   * @param what a clause that follows "could not"
   * @param script a constant
   */
  Answer run(String what, String script, String... arguments) {
    List<String> command = new ArrayList<>(shell(script, arguments));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try (ExecWatch running =
        api.client()
            .pods()
            .inNamespace(namespace)
            .withName(pod)
            .inContainer(container)
            .writingOutput(output)
            .writingError(errors)
            .exec(command.toArray(String[]::new))) {
      int code = running.exitCode().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } catch (KubernetesClientException e) {
      throw Api.failure(what, e);
    } catch (ExecutionException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Kubernetes could not %s in container %s of pod %s: %s.",
              what, container, pod, Failure.words(e).replaceAll("[.]$", "")),
          e);
    } catch (TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Kubernetes did not %s in container %s of pod %s within %d s.",
              what, container, pod, WITHIN.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("Interrupted while Kubernetes was to %s.", what), e);
    }
  }

  /**
   * The same.
   *
   * @throws RuntimeFailureException also when the script says that it failed
   */
  String require(String what, String script, String... arguments) {
    Answer answer = run(what, script, arguments);
    if (!answer.isGood()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Kubernetes could not %s in container %s of pod %s: %s.",
              what, container, pod, answer.words()));
    }
    return answer.output();
  }

  /** How people do the same. */
  List<String> byHand(String script, String... arguments) {
    List<String> line =
        new ArrayList<>(
            api.config().kubectl(namespace, "exec", pod, "--container=" + container, "--"));
    line.addAll(shell(script, arguments));
    return line;
  }

  private static List<String> shell(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c"));
    command.add(script);
    command.add("sh");
    command.addAll(List.of(arguments));
    return command;
  }
}
