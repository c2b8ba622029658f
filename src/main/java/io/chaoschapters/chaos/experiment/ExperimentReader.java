package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.file.LocatedTree;
import io.chaoschapters.subject.file.Mistakes;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.file.YamlReader;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Reads an experiment file: its form by the schema, then its meaning by the subject. */
final class ExperimentReader {
  private static final ExperimentSchema SCHEMA = new ExperimentSchema();

  private final Subject<?> subject;
  private final String name;

  ExperimentReader(Subject<?> subject, String name) {
    this.subject = subject;
    this.name = name;
  }

  List<Experiment> read(byte[] content) {
    SourceFile file =
        new SourceFile(name, "'subject' and 'experiments'", InvalidExperimentException::new);
    Mistakes mistakes = new Mistakes(file);
    LocatedTree tree = SCHEMA.checked(new YamlReader(file).read(content), mistakes);
    boolean isWellFormed = !mistakes.areThere();
    try {
      List<Experiment> experiments = experiments(tree, mistakes);
      mistakes.throwIfAny();
      return experiments;
    } catch (InvalidExperimentException e) {
      throw e;
    } catch (RuntimeException e) {
      if (!isWellFormed) {
        mistakes.throwIfAny(); // What is left of a file need not make sense.
      }
      throw e;
    }
  }

  private List<Experiment> experiments(LocatedTree tree, Mistakes mistakes) {
    Section top = new Section(tree, "", mistakes);
    String id = top.text(ExperimentKeys.SUBJECT);
    if (!subject.id().equals(id)) {
      top.wrong(
          ExperimentKeys.SUBJECT,
          RootLocale.format(
              "the file is for subject '%s' but says '%s'.",
              subject.id(), Words.quoted(String.valueOf(id))));
    }
    List<Experiment> experiments = new ArrayList<>();
    tree.root()
        .path(ExperimentKeys.EXPERIMENTS)
        .fieldNames()
        .forEachRemaining(
            key ->
                new ExperimentBuilder(subject, top.child(ExperimentKeys.EXPERIMENTS).child(key))
                    .build(key, name)
                    .ifPresent(experiments::add));
    return experiments;
  }
}
