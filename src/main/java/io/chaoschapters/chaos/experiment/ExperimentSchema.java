package io.chaoschapters.chaos.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published JSON Schema of experiment files (draft 2020-12). */
final class ExperimentSchema {
  static final String RESOURCE = "experiments.schema.json";

  private final JsonNode document;
  private final Schema schema;

  ExperimentSchema() {
    try (InputStream in = ExperimentSchema.class.getResourceAsStream(RESOURCE)) {
      document = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE + " from the jar", e);
    }
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  JsonNode document() {
    return document;
  }

  /** Adds what is wrong with the form of a file. */
  void check(LocatedTree tree, Mistakes mistakes) {
    SchemaSentences sentences = new SchemaSentences(tree, document);
    for (Error error : schema.validate(tree.root())) {
      mistakes.add(sentences.line(error), sentences.of(error));
    }
  }
}
