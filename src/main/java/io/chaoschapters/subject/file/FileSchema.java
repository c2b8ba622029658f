package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apiguardian.api.API;

/** A published JSON Schema (draft 2020-12) of files that users write. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FileSchema {
  private final JsonNode document;
  private final Schema schema;

  /**
   * Reads one from the jar.
   *
   * @param beside a class of its package
   */
  public FileSchema(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      document = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource + " from the jar", e);
    }
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  /** The schema itself. */
  public JsonNode document() {
    return document;
  }

  /** Adds what is wrong with the form of a file. */
  public void check(LocatedTree tree, Mistakes mistakes) {
    SchemaSentences sentences = new SchemaSentences(tree, document);
    for (Error error : schema.validate(tree.root())) {
      mistakes.add(sentences.line(error), sentences.of(error));
    }
  }
}
