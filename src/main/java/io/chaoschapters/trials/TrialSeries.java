package io.chaoschapters.trials;

import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trials that count together, and the folder in which they are kept: new ones, or ones that were
 * cut off.
 *
 * @param folder where log, evidence and answers are
 * @param header what the trials are about
 * @param earlier what was measured before
 * @param log where what is measured now goes
 */
record TrialSeries(Path folder, TrialHeader header, List<TrialResult> earlier, TrialLog log)
    implements AutoCloseable {
  private static final String NONE = "no";
  private static final String AUTO = "auto";

  /** Exists once trials have stopped before their maximum, so that they are not continued. */
  private static final String DECIDED = "decided.txt";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Continues trials that match a header, or begins them.
   *
   * @throws InvalidSettingException when the trials to go on with are of another kind
   */
  static TrialSeries open(TrialHeader header, Settings settings) {
    Path parent =
        Path.of(settings.text(KnownSettings.OUTPUT))
            .resolve(header.subject())
            .resolve("trials")
            .toAbsolutePath()
            .normalize();
    String wish = settings.text(TrialSettings.RESUME);
    return switch (wish) {
      case NONE, "" -> begin(parent, header);
      case AUTO -> newestUnfinished(parent, header).orElseGet(() -> begin(parent, header));
      default -> named(Path.of(wish), header);
    };
  }

  private static TrialSeries begin(Path parent, TrialHeader header) {
    // The process id keeps two runs apart that begin in the same millisecond.
    Path folder =
        parent.resolve(STAMP.format(header.began()) + "-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format(
              "Cannot make the folder %s for the trials. Is there free disk space?", folder),
          e);
    }
    return new TrialSeries(folder, header, List.of(), TrialLog.create(folder, header));
  }

  private static Optional<TrialSeries> newestUnfinished(Path parent, TrialHeader header) {
    return folders(parent).stream()
        .filter(folder -> mayGoOn(folder, header))
        .flatMap(folder -> goOn(folder).stream())
        .findFirst();
  }

  /** Newest first. */
  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(parent)) {
      return found
          .filter(folder -> Files.isRegularFile(folder.resolve(TrialLog.FILE_NAME)))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + parent, e);
    }
  }

  /** A log that cannot be read is no log to go on with. */
  private static boolean mayGoOn(Path folder, TrialHeader header) {
    try {
      TrialLog.Content content = TrialLog.read(folder);
      return !content.isFinished()
          && !Files.exists(folder.resolve(DECIDED))
          && content.header().fingerprint().equals(header.fingerprint());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static TrialSeries named(Path folder, TrialHeader header) {
    TrialLog.Content content;
    try {
      content = TrialLog.read(folder);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.resume': %s Name a folder such as target/chapters/<subject>/trials/<date>.",
              Failure.words(e)));
    }
    if (!content.header().fingerprint().equals(header.fingerprint())) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.resume': the trials in %s are of other experiments, diagnosers or settings and cannot be counted together with these: leave the setting out to begin anew.",
              folder));
    }
    if (Files.exists(folder.resolve(DECIDED))) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.resume': the trials in %s were decided and are over: leave the setting out to begin anew.",
              folder));
    }
    return goOn(folder)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    RootLocale.format(
                        "Setting 'trials.resume': another process is making the trials in %s.",
                        folder)));
  }

  private static Optional<TrialSeries> goOn(Path folder) {
    return TrialLog.resume(folder)
        .map(
            log -> {
              TrialLog.Content content = TrialLog.read(folder);
              return new TrialSeries(folder, content.header(), content.results(), log);
            });
  }

  /** Ends trials before their maximum. */
  void decided(String sentence) {
    try {
      Files.writeString(folder.resolve(DECIDED), sentence + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write into %s. Is there free space left?", folder), e);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
