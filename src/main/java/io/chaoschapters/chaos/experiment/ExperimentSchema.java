package io.chaoschapters.chaos.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.subject.file.FileSchema;
import io.chaoschapters.subject.file.LocatedTree;
import io.chaoschapters.subject.file.Mistakes;

/** The published JSON Schema of experiment files (draft 2020-12). */
final class ExperimentSchema {
  static final String RESOURCE = "experiments.schema.json";

  private final FileSchema schema = new FileSchema(ExperimentSchema.class, RESOURCE);

  JsonNode document() {
    return schema.document();
  }

  /** Adds what is wrong with the form of a file, and returns what can be read all the same. */
  LocatedTree checked(LocatedTree tree, Mistakes mistakes) {
    return schema.checked(tree, mistakes);
  }
}
