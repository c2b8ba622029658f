package io.chaoschapters.runtime.installed;

import io.chaoschapters.library.Providers;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where components run, by the setting {@code runtime}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Runtimes {
  private static final Logger LOG = LoggerFactory.getLogger(Runtimes.class);

  private static final String AUTO = "auto";

  private final List<RuntimeProvider> providers;
  private final String broken;

  Runtimes(List<RuntimeProvider> providers) {
    this(new Providers<>(providers, List.of()));
  }

  private Runtimes(Providers<RuntimeProvider> found) {
    this.providers =
        found.usable().stream()
            .sorted(Comparator.comparingInt(RuntimeProvider::preference))
            .toList();
    this.broken = found.brokenToo();
  }

  /**
   * What was chosen.
   *
   * @param provider opens the runtime
   * @param why one sentence for the first line of the log and the stage
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Choice(RuntimeProvider provider, String why) {}

  public static Runtimes onClassPath() {
    return new Runtimes(Providers.of(RuntimeProvider.class));
  }

  /** All of them, in the order in which they are preferred. */
  public List<RuntimeProvider> all() {
    return providers;
  }

  /**
   * Sees that the setting names {@code auto} or one of these, and that no library of it is missing;
   * quick, as nothing outside this JVM is asked.
   *
   * @throws InvalidSettingException naming the known ones, or what to add
   */
  public void check(Settings settings) {
    SettingValue asked = settings.value(KnownSettings.RUNTIME);
    if (!asked.value().equals(AUTO)) {
      find(asked);
    }
  }

  private RuntimeProvider find(SettingValue asked) {
    RuntimeProvider found = known(asked);
    if (!found.missing().isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Runtime '%s' (from %s) cannot be used: %s.",
              asked.value(), asked.origin(), found.missing()));
    }
    return found;
  }

  private RuntimeProvider known(SettingValue asked) {
    return providers.stream()
        .filter(known -> known.id().equals(asked.value()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    RootLocale.format(
                        "No runtime '%s' (from %s; known: %s). Use -Druntime=<id>.%s",
                        asked.value(),
                        asked.origin(),
                        Stream.concat(Stream.of(AUTO), ids()).collect(Collectors.joining(", ")),
                        broken)));
  }

  /**
   * Chooses one.
   *
   * @param supported the ids of the runtimes that the subject can run on
   * @param images the images that the subject needs where components run as containers
   * @throws InvalidSettingException when the one that was asked for cannot be used
   * @throws RuntimeFailureException when none can be used
   */
  public Choice choose(Settings settings, List<String> supported, List<String> images) {
    SettingValue asked = settings.value(KnownSettings.RUNTIME);
    SettingValue attach = settings.value(AttachSettings.ATTACH);
    if (asked.value().equals(AUTO) && !attach.value().isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "The setting attach (from %s) wants a runtime that is asked for by name, so that it is clear what may be hit: -Druntime=docker or -Druntime=kubernetes.",
              attach.origin()));
    }
    return asked.value().equals(AUTO)
        ? first(settings, supported, images)
        : exactly(settings, supported, images);
  }

  private Choice first(Settings settings, List<String> supported, List<String> images) {
    List<String> refused = new ArrayList<>();
    List<RuntimeProvider> asked = providers.stream().filter(RuntimeProvider::chosenByAuto).toList();
    for (RuntimeProvider provider : asked) {
      if (!supported.contains(provider.id())) {
        refused.add(RootLocale.format("%s: the subject does not support it", provider.id()));
        continue;
      }
      RuntimeProvider.Availability availability = ask(provider, images, settings);
      if (availability.usable()) {
        String others =
            refused.isEmpty() ? "" : RootLocale.format(" (not %s)", String.join("; not ", refused));
        return new Choice(
            provider,
            RootLocale.format("Runtime %s: %s%s.", provider.id(), availability.reason(), others));
      }
      refused.add(RootLocale.format("%s: %s", provider.id(), availability.reason()));
    }
    throw new RuntimeFailureException(
        RootLocale.format(
            "No runtime can be used here (%s). The subject runs on: %s.",
            refused.isEmpty() ? "none is on the class path" : String.join("; ", refused),
            String.join(", ", supported)));
  }

  /** A runtime asks libraries, which read settings of their own and may throw anything. */
  private static RuntimeProvider.Availability ask(
      RuntimeProvider provider, List<String> images, Settings settings) {
    try {
      return provider.availability(images, settings);
    } catch (InvalidSettingException e) {
      throw e; // a setting of ours: no other runtime would put it right
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      LOG.debug("Runtime {} could not be checked", provider.id(), e);
      return new RuntimeProvider.Availability(
          false, "could not be checked: " + e.toString().replaceAll("\\s+", " "));
    }
  }

  private Choice exactly(Settings settings, List<String> supported, List<String> images) {
    SettingValue asked = settings.value(KnownSettings.RUNTIME);
    String id = asked.value();
    RuntimeProvider provider = find(asked);
    if (!supported.contains(id)) {
      throw refuse(asked, "is not supported by the subject", supported);
    }
    RuntimeProvider.Availability availability = ask(provider, images, settings);
    if (!availability.usable()) {
      throw refuse(asked, "cannot be used here: " + availability.reason(), List.of(AUTO));
    }
    return new Choice(
        provider,
        RootLocale.format(
            "Runtime %s, as asked by %s: %s.", id, asked.origin(), availability.reason()));
  }

  private Stream<String> ids() {
    return providers.stream().map(RuntimeProvider::id).sorted();
  }

  private static InvalidSettingException refuse(
      SettingValue asked, String problem, List<String> others) {
    return new InvalidSettingException(
        RootLocale.format(
            "Runtime '%s' (from %s) %s. Use -Druntime=%s.",
            asked.value(), asked.origin(), problem, String.join(" or ", others)));
  }
}
