package io.chaoschapters.agent;

import io.chaoschapters.agent.description.AgentDescription;
import io.chaoschapters.agent.description.AgentFile;
import io.chaoschapters.diagnosis.DiagnoserCatalog;
import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The agents of {@code agents/*.yaml} on the class path, and the one of the setting ai.agent. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentCatalog implements DiagnoserCatalog {
  /** Where their descriptions are on the class path. */
  static final String FOLDER = "agents/";

  /** What we take ourselves, on a busy machine too: to serve the tools, and to end the agent. */
  private static final Duration OURS = Duration.ofSeconds(15);

  /** Made by {@link java.util.ServiceLoader}. */
  public AgentCatalog() {}

  @Override
  public List<String> ids(Settings settings) {
    Stream<String> own = own(settings).map(AgentDescription::id).stream();
    return Stream.concat(own, ResourceNames.in(loader(), FOLDER, ".yaml").stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Optional<Opened> open(String id, Settings settings) {
    Optional<AgentDescription> own = own(settings).filter(found -> found.id().equals(id));
    return own.or(() -> ofClassPath(id, settings))
        .map(
            description -> {
              requireLibraries(id);
              return new Opened(
                  new AgentDiagnoser(description, settings.text(AiSettings.TRIGGER)),
                  description.limits().time().plus(OURS));
            });
  }

  private static void requireLibraries(String id) {
    String missing = OptionalLibrary.missing(OptionalLibrary.MCP, OptionalLibrary.TOMCAT);
    if (!missing.isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format("Agent '%s' cannot be asked: %s.", id, missing));
    }
  }

  private static Optional<AgentDescription> own(Settings settings) {
    SettingValue file = settings.value(AiSettings.AGENT);
    if (file.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          AgentFile.read(
              file.value(),
              Files.readAllBytes(Path.of(file.value())),
              settings.milliseconds(AiSettings.TIMEOUT)));
    } catch (IOException e) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'ai.agent' (from %s) names %s, which cannot be read: %s.",
              file.origin(), file.value(), Failure.words(e)));
    }
  }

  private static Optional<AgentDescription> ofClassPath(String id, Settings settings) {
    String name = FOLDER + id + ".yaml";
    try (InputStream in = id.matches("[a-z0-9-]+") ? loader().getResourceAsStream(name) : null) {
      if (in == null) {
        return Optional.empty();
      }
      AgentDescription found =
          AgentFile.read(name, in.readAllBytes(), settings.milliseconds(AiSettings.TIMEOUT));
      if (!found.id().equals(id)) {
        throw new InvalidSettingException(
            RootLocale.format(
                "%s describes the agent '%s': name the file as the agent.", name, found.id()));
      }
      return Optional.of(found);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
    }
  }

  private static ClassLoader loader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? AgentCatalog.class.getClassLoader() : loader;
  }
}
