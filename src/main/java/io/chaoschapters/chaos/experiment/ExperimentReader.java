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
    LocatedTree tree = new YamlReader(file).read(content);
    Mistakes mistakes = new Mistakes(file);
    SCHEMA.check(tree, mistakes);
    mistakes.throwIfAny();
    List<Experiment> experiments = experiments(tree, mistakes);
    mistakes.throwIfAny();
    return experiments;
  }

  private List<Experiment> experiments(LocatedTree tree, Mistakes mistakes) {
    String id = tree.texts().get("/" + ExperimentKeys.SUBJECT);
    if (!subject.id().equals(id)) {
      mistakes.add(
          tree.line("/" + ExperimentKeys.SUBJECT),
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
                new ExperimentBuilder(
                        subject,
                        new Section(tree, "/" + ExperimentKeys.EXPERIMENTS + "/" + key, mistakes))
                    .build(key, name)
                    .ifPresent(experiments::add));
    return experiments;
  }
}
