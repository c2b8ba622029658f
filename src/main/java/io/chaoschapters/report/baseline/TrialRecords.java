package io.chaoschapters.report.baseline;

import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Finds what trials came to before: in {@code baselines/<subject>.json} on the class path, in the
 * file that {@code trials.baseline} names, and in the folders of trials of earlier runs. The newest
 * that fits counts.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialRecords {
  private final Settings settings;
  private final Consumer<String> note;

  /**
   * Looks where settings say.
   *
   * @param note is given a sentence on each record that cannot be read
   */
  public TrialRecords(Settings settings, Consumer<String> note) {
    this.settings = settings;
    this.note = note;
  }

  /** The newest; empty when there is none. */
  public Optional<TrialRecord> find(TrialRecord.Of wanted) {
    return Stream.of(onClassPath(wanted), named(wanted), ofEarlierRuns(wanted))
        .flatMap(found -> found)
        .max(Comparator.comparing(TrialRecord::made));
  }

  private Stream<TrialRecord> onClassPath(TrialRecord.Of wanted) {
    String name = "baselines/" + wanted.subject() + ".json";
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = own == null ? TrialRecords.class.getClassLoader() : own;
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        return Stream.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return read(() -> TrialRecord.in(file(Path.of(name)).parse(text), wanted));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '" + name + "' from the class path", e);
    }
  }

  private Stream<TrialRecord> named(TrialRecord.Of wanted) {
    String name = settings.text(TrialSettings.BASELINE);
    return name.isEmpty() || !Files.exists(Path.of(name))
        ? Stream.empty()
        : read(() -> TrialRecord.in(file(Path.of(name)).read(), wanted));
  }

  private static BaselineFile file(Path path) {
    return new BaselineFile(path, "-D" + TrialSettings.BASELINE_UPDATE.name() + "=true");
  }

  private Stream<TrialRecord> ofEarlierRuns(TrialRecord.Of wanted) {
    Path folder =
        Path.of(settings.text(KnownSettings.OUTPUT)).resolve(wanted.subject()).resolve("trials");
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    List<Path> tables;
    try (Stream<Path> found = Files.list(folder)) {
      tables =
          found
              .map(series -> series.resolve(TrialTableFile.JSON_FILE))
              .filter(Files::isRegularFile)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
    return tables.stream()
        .flatMap(table -> read(() -> TrialRecord.in(TrialTableFile.read(table), wanted)));
  }

  /** A record that cannot be read is reported, and does not keep the show from running. */
  private Stream<TrialRecord> read(Supplier<Optional<TrialRecord>> record) {
    try {
      return record.get().stream();
    } catch (BaselineException | UncheckedIOException e) {
      note.accept("A record of trials does not count: " + Failure.words(e));
      return Stream.empty();
    }
  }
}
