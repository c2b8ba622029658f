package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
    if (content.length > ExperimentFile.MAX_BYTES) {
      throw new InvalidExperimentException(
          RootLocale.format(
              "%s: the file is larger than %d KiB; experiments need less.",
              name, ExperimentFile.MAX_BYTES / 1024));
    }
    LocatedTree tree = new YamlReader(name).read(decode(content));
    Mistakes mistakes = new Mistakes(name);
    SCHEMA.check(tree, mistakes);
    mistakes.throwIfAny();
    List<Experiment> experiments = experiments(tree, mistakes);
    mistakes.throwIfAny();
    return experiments;
  }

  private String decode(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidExperimentException(
          RootLocale.format("%s: the file is not UTF-8 text.", name));
    }
  }

  private List<Experiment> experiments(LocatedTree tree, Mistakes mistakes) {
    String id = tree.texts().get("/" + Keys.SUBJECT);
    if (!subject.id().equals(id)) {
      mistakes.add(
          tree.line("/" + Keys.SUBJECT),
          RootLocale.format(
              "the file is for subject '%s' but says '%s'.",
              subject.id(), Words.quoted(String.valueOf(id))));
    }
    List<Experiment> experiments = new ArrayList<>();
    tree.root()
        .path(Keys.EXPERIMENTS)
        .fieldNames()
        .forEachRemaining(
            key ->
                new ExperimentBuilder(
                        subject, new Section(tree, "/" + Keys.EXPERIMENTS + "/" + key, mistakes))
                    .build(key, name)
                    .ifPresent(experiments::add));
    return experiments;
  }
}
