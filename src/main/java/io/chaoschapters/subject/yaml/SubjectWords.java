package io.chaoschapters.subject.yaml;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a subject in Java calls things: signals, invariants and glossary, read from a file.
 *
 * <pre>{@code
 * private final SubjectWords words = SubjectWords.of(Orders.class, "/words/orders.yaml");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SubjectWords {
  private final Definition definition;

  private SubjectWords(Definition definition) {
    this.definition = definition;
  }

  /**
   * Reads a file of the class path. It is not in the folder {@code subjects}, where whole subjects
   * are.
   *
   * @param beside a class of the same project
   * @param resource as for {@link Class#getResourceAsStream}
   * @throws InvalidSubjectException with a sentence for each mistake, with file and line
   */
  public static SubjectWords of(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new InvalidSubjectException(
            RootLocale.format(
                "There is no file '%s' beside %s on the class path; a name that begins with a slash is one of the whole class path.",
                resource, beside.getName()));
      }
      byte[] content = in.readNBytes(SourceFile.MAX_BYTES + 1);
      ClassLoader loader = beside.getClassLoader();
      return new SubjectWords(
          new SubjectReader(loader).readWords(resource.replaceFirst("^/", ""), content));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  /** What the audience reads. */
  public String title() {
    return definition.title();
  }

  /** The signals, whose numbers the subject's cluster tells. */
  public List<Signal> signals() {
    return definition.signals().stream().map(SignalEntry::signal).toList();
  }

  /** The invariants, with their bounds. */
  public List<Invariant> invariants() {
    return definition.invariants();
  }

  /** The anomalies that can be told apart. */
  public Glossary glossary() {
    return definition.glossary();
  }
}
