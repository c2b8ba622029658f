package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.file.FileSchema;
import io.chaoschapters.subject.file.LocatedTree;
import io.chaoschapters.subject.file.Mistakes;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.file.YamlReader;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads a subject's file. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SubjectReader {
  /** The published schema, on the class path. */
  public static final String SCHEMA = "/io/chaoschapters/subject/yaml/subject.schema.json";

  private static final List<String> OF_WHOLE_SUBJECTS =
      List.of("compose", "prometheus", "components", "loads", "faults", "targets", "repair");

  private final FileSchema schema = new FileSchema(SubjectReader.class, SCHEMA);
  private final ClassLoader loader;

  /**
   * A reader of files.
   *
   * @param loader finds the classes that files name
   */
  public SubjectReader(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Reads one.
   *
   * @param name on the class path, such as {@code subjects/queue.yaml}
   * @throws InvalidSubjectException with a sentence for each mistake, with file and line
   */
  public Definition read(String name, byte[] content) {
    return read(name, content, true);
  }

  /**
   * Reads the words of a subject that is a class: its signals, invariants and glossary. Where the
   * numbers of signals come from is said in that class.
   *
   * @throws InvalidSubjectException as {@link #read(String, byte[])}
   */
  public Definition readWords(String name, byte[] content) {
    return read(name, content, false);
  }

  private Definition read(String name, byte[] content, boolean whole) {
    SourceFile file =
        new SourceFile(
            name,
            "'subject', 'title', 'components', 'signals', 'invariants' and 'glossary'",
            InvalidSubjectException::new);
    Mistakes mistakes = new Mistakes(file);
    LocatedTree tree = schema.checked(new YamlReader(file).read(content), mistakes);
    boolean isWellFormed = !mistakes.areThere();
    try {
      Definition definition = definition(name, new Section(tree, "", mistakes), whole);
      mistakes.throwIfAny();
      return definition;
    } catch (InvalidSubjectException e) { // of the Compose file, or these errors
      throw e;
    } catch (RuntimeException e) {
      if (!isWellFormed) {
        mistakes.throwIfAny(); // What is left of a file need not make sense.
      }
      throw e;
    }
  }

  private Definition definition(String file, Section top, boolean whole) {
    String id = String.valueOf(top.text("subject"));
    String expected = file.replaceFirst(".*/", "").replaceFirst("\\.ya?ml$", "");
    if (!id.equals(expected)) {
      top.wrong(
          "subject",
          RootLocale.format(
              "the file is called '%s' but says subject '%s'; make both the same.",
              expected, Words.quoted(id)));
    }
    if (whole && !top.has("components") && !top.has("compose")) {
      top.wrong("key 'components' or 'compose' is missing at the top of the file.");
    }
    if (!whole) {
      for (String key : OF_WHOLE_SUBJECTS) {
        if (top.has(key)) {
          top.wrong(key, RootLocale.format("'%s': a subject in Java says this itself.", key));
        }
      }
    }
    Index index = new Index();
    ClassReader classes = new ClassReader(loader);
    ComponentReader components =
        new ComponentReader(
            top,
            whole ? new ComposeFinder(top, loader).services() : Map.of(),
            file,
            index,
            classes);
    components.index();
    List<ComponentEntry> entries = components.read();
    MetricReader metrics =
        new MetricReader(
            entries, !index.lacksSome() && top.child("components").isWholeToTheBottom());
    List<SignalEntry> signals =
        new SignalReader(top.child("signals"), file, index, classes, metrics).read(whole);
    LoadReader loads = new LoadReader(top.child("loads"), index, classes);
    loads.read();
    FaultReader faults = new FaultReader(top.child("faults"), file, index, classes);
    faults.read();
    List<CommandQuestion> repair = Values.commands(top, "repair");
    index.check(top, "repair", Values.templates(repair), List.of(), Set.of());
    return new Definition(
        file,
        id,
        String.valueOf(top.text("title")),
        entries,
        signals,
        new InvariantReader(top.child("invariants"), top.child("signals"), signals).read(),
        glossary(top),
        loads.entries(),
        loads.made(),
        faults.entries(),
        faults.made(),
        new TargetReader(top.child("targets"), index, metrics).read(),
        prometheus(top),
        repair,
        top.mistakes().doubts());
  }

  private static @Nullable URI prometheus(Section top) {
    String text = top.text("prometheus");
    if (text == null) {
      return null;
    }
    try {
      URI address = URI.create(text);
      new PrometheusClient(address);
      return address;
    } catch (IllegalArgumentException e) {
      top.wrong(
          "prometheus",
          RootLocale.format(
              "'prometheus': '%s' is not the address of a Prometheus; write one like http://127.0.0.1:9090.",
              Words.quoted(text)));
      return null;
    }
  }

  private static Glossary glossary(Section top) {
    return new GlossaryReader(top.child("glossary")).read();
  }
}
