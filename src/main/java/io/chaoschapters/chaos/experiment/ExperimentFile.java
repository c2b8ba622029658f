package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** The experiments of one subject, read from {@code chaos/<subject>.yaml} on the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExperimentFile {
  /** The largest file that is read, in bytes. */
  public static final int MAX_BYTES = SourceFile.MAX_BYTES;

  private final String name;
  private final Map<String, Experiment> experiments;

  ExperimentFile(String name, List<Experiment> experiments) {
    this.name = name;
    this.experiments = new LinkedHashMap<>();
    experiments.forEach(experiment -> this.experiments.put(experiment.name(), experiment));
  }

  /**
   * Reads a subject's file with the thread's class loader.
   *
   * @throws InvalidExperimentException when it is not there or wrong, one sentence a mistake
   */
  public static ExperimentFile load(Subject<?> subject) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return load(subject, loader == null ? ExperimentFile.class.getClassLoader() : loader);
  }

  /** A subject's file; empty when it is not there or wrong, which is reported elsewhere. */
  public static Optional<ExperimentFile> ifRight(Subject<?> subject) {
    try {
      return Optional.of(load(subject));
    } catch (InvalidExperimentException e) {
      return Optional.empty();
    }
  }

  /** Reads a subject's file with a class loader. */
  public static ExperimentFile load(Subject<?> subject, ClassLoader loader) {
    String name = "chaos/" + subject.id() + ".yaml";
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new InvalidExperimentException(
            RootLocale.format(
                "No file '%s' on the class path. Put the experiments of subject '%s' there.",
                name, subject.id()));
      }
      return read(subject, name, in.readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '" + name + "' from the class path", e);
    }
  }

  static ExperimentFile read(Subject<?> subject, String name, byte[] content) {
    return new ExperimentFile(name, new ExperimentReader(subject, name).read(content));
  }

  /** Its name on the class path. */
  public String name() {
    return name;
  }

  /** All experiments, in the order of the file. */
  public List<Experiment> experiments() {
    return List.copyOf(experiments.values());
  }

  /**
   * The experiment with a name.
   *
   * @throws InvalidExperimentException naming the file, the known names and the nearest of them
   */
  public Experiment find(String experiment) {
    Experiment found = experiments.get(experiment);
    if (found == null) {
      throw new InvalidExperimentException(
          RootLocale.format(
              "No experiment '%s' in '%s'%s (known: %s).",
              Words.quoted(experiment),
              name,
              NearMatch.hint(experiment, experiments.keySet()),
              String.join(", ", experiments.keySet())));
    }
    return found;
  }
}
