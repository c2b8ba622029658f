package io.chaoschapters.diagnosis;

import io.chaoschapters.library.Providers;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Finds diagnosers by their id. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Diagnosers {
  private Diagnosers() {}

  /** The ids of all diagnosers on the class path, sorted. */
  public static List<String> known() {
    return known(Settings.ofProcess());
  }

  /** The ids of all diagnosers that can be asked with these settings, sorted. */
  public static List<String> known(Settings settings) {
    return ids(
        Providers.of(DiagnoserProvider.class), Providers.of(DiagnoserCatalog.class), settings);
  }

  /**
   * The ids that the setting {@code ai} asks for, the one whose verdict counts first.
   *
   * @throws InvalidSettingException when one is named twice: their answers could not be told apart
   */
  public static List<String> asked(Settings settings) {
    SettingValue ai = settings.value(KnownSettings.AI);
    List<String> ids = Arrays.stream(ai.value().split(",")).map(String::strip).toList();
    ids.stream()
        .filter(id -> Collections.frequency(ids, id) > 1)
        .findFirst()
        .ifPresent(
            id -> {
              throw new InvalidSettingException(
                  RootLocale.format(
                      "Setting 'ai' names '%s' twice (from %s): name each diagnoser once.",
                      id, ai.origin()));
            });
    return ids;
  }

  /**
   * Sees that the setting {@code ai} names diagnosers that are there.
   *
   * @throws InvalidSettingException naming the known ids
   */
  public static void check(Settings settings) {
    List<String> known = known(settings);
    asked(settings).stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> open(id, settings).close());
  }

  /**
   * Opens the diagnoser with an id; it is not waited for longer than the settings say.
   *
   * @throws InvalidSettingException naming the known ids when there is none
   */
  public static Diagnoser open(String id, Settings settings) {
    Duration within = settings.milliseconds(AiSettings.TIMEOUT);
    Providers<DiagnoserProvider> providers = Providers.of(DiagnoserProvider.class);
    Optional<DiagnoserProvider> found =
        providers.usable().stream().filter(provider -> provider.id().equals(id)).findFirst();
    if (found.isPresent()) {
      return new BoundedDiagnoser(found.get().open(settings), within);
    }
    Providers<DiagnoserCatalog> catalogs = Providers.of(DiagnoserCatalog.class);
    return catalogs.usable().stream()
        .flatMap(catalog -> catalog.open(id, settings).stream())
        .findFirst()
        .map(opened -> new BoundedDiagnoser(opened.diagnoser(), opened.within()))
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    RootLocale.format(
                        "No diagnoser '%s'%s (known: %s). Use -Dai=<id>.%s%s",
                        id,
                        NearMatch.hint(id, ids(providers, catalogs, settings)),
                        String.join(", ", ids(providers, catalogs, settings)),
                        providers.brokenToo(),
                        catalogs.brokenToo())));
  }

  private static List<String> ids(
      Providers<DiagnoserProvider> providers,
      Providers<DiagnoserCatalog> catalogs,
      Settings settings) {
    return Stream.concat(
            providers.usable().stream().map(DiagnoserProvider::id),
            catalogs.usable().stream().flatMap(catalog -> catalog.ids(settings).stream()))
        .sorted()
        .distinct()
        .toList();
  }
}
