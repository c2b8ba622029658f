package io.chaoschapters.runtime.docker.image;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.engine.DockerSettings;
import io.chaoschapters.runtime.docker.engine.EngineErrors;
import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.engine.PlainRequest;
import io.chaoschapters.runtime.docker.engine.RegistryLogin;
import io.chaoschapters.runtime.docker.engine.TimeLimit;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Gets images: from the engine, else from a registry, under the names that are to be used here.
 *
 * <p>It asks the engine itself: Testcontainers' client repeats a pull that fails for two minutes,
 * that of its own reaper's image to begin with.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Images {
  private static final Logger LOG = LoggerFactory.getLogger(Images.class);
  private static final Duration LOOK_WITHIN = Duration.ofSeconds(20);
  private static final Pattern ERROR =
      Pattern.compile("\"error\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String WAY_OUT =
      "Pull it by hand, or let Testcontainers use another name for it (TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX or TESTCONTAINERS_IMAGE_SUBSTITUTOR), or use -Druntime=local.";

  private final EngineSocket engine;
  private final Duration pullWithin;
  private final UnaryOperator<String> substitution;
  private final Function<DockerImageName, Map<String, String>> login;

  public Images(EngineSocket engine, Duration pullWithin) {
    this(engine, pullWithin, Images::substituted, RegistryLogin::headers);
  }

  /**
   * With names and logins from elsewhere.
   *
   * @param login the headers that tell the engine of the user's login at an image's registry
   */
  public Images(
      EngineSocket engine,
      Duration pullWithin,
      UnaryOperator<String> substitution,
      Function<DockerImageName, Map<String, String>> login) {
    this.engine = engine;
    this.pullWithin = pullWithin;
    this.substitution = substitution;
    this.login = login;
  }

  private static String substituted(String name) {
    return DockerSettings.read(
        "find out under which name to use image " + name,
        () ->
            ImageNameSubstitutor.instance()
                .apply(DockerImageName.parse(name))
                .asCanonicalNameString());
  }

  /**
   * Sees to it that the engine has an image.
   *
   * @return the name under which the engine has it
   * @throws RuntimeFailureException naming the image and the ways out
   */
  String get(String name) {
    String here = substitution.apply(name);
    if (!isPresent(here)) {
      LOG.warn(
          "Image {} is not here; pulling it, which may take up to {} s.",
          here,
          pullWithin.toSeconds());
      pull(name.equals(here) ? here : RootLocale.format("%s (in place of %s)", here, name), here);
    }
    return here;
  }

  /** Gets several; fails at the first that is not available. */
  public void getAll(List<String> names) {
    names.forEach(this::get);
  }

  boolean isPresent(String here) {
    String what = "look for image " + here;
    return ask(what, LOOK_WITHIN, () -> engine.ask("GET", "/images/" + here + "/json")).isGood();
  }

  private void pull(String called, String here) {
    DockerImageName name = DockerImageName.parse(here);
    String path =
        RootLocale.format(
            "/images/create?fromImage=%s&tag=%s",
            encoded(name.getUnversionedPart()), encoded(name.getVersionPart()));
    PlainRequest.Answer answer;
    try {
      answer =
          ask(
              "pull image " + called,
              pullWithin,
              () -> engine.ask("POST", path, login.apply(name)));
    } catch (RuntimeFailureException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "Image %s is not here and was not pulled within %d s (setting pull-timeout). %s",
                called, pullWithin.toSeconds(), WAY_OUT),
            e);
      }
      throw e;
    }
    // Later errors are reported in the body of an answer whose status was good.
    Matcher error = ERROR.matcher(answer.body());
    if (!answer.isGood() || error.find()) {
      String said = answer.isGood() ? EngineErrors.unescaped(error.group(1)) : answer.body();
      throw new RuntimeFailureException(
          RootLocale.format(
              "Image %s is not here and cannot be pulled (%s). %s",
              called, EngineErrors.of(said), WAY_OUT));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private interface Question {
    PlainRequest.Answer ask() throws IOException;
  }

  private PlainRequest.Answer ask(String what, Duration within, Question question) {
    try {
      return TimeLimit.within(within, "docker-image", question::ask);
    } catch (TimeoutException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Docker did not %s within %d s; the engine at %s hangs or is overloaded.",
              what, within.toSeconds(), engine.socket()),
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeFailureException told) {
        throw told;
      }
      throw new RuntimeFailureException(
          RootLocale.format("Docker could not %s: %s.", what, EngineErrors.of(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(
          RootLocale.format("Interrupted while Docker was to %s.", what), e);
    }
  }
}
