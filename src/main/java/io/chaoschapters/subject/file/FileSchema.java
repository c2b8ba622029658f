package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chaoschapters.text.Json;
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
    document = Json.resource(beside, resource);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  /** The schema itself. */
  public JsonNode document() {
    return document;
  }

  /**
   * Adds what is wrong with the form of a file, and returns what can be read all the same: a
   * mistyped key is read as the one that it is near to, and what has another form is left out.
   */
  public LocatedTree checked(LocatedTree tree, Mistakes mistakes) {
    return new FormErrors(schema, document, mistakes).of(tree);
  }

  /** Adds what is wrong with the form of a file. */
  public void check(LocatedTree tree, Mistakes mistakes) {
    SchemaSentences sentences = new SchemaSentences(tree, document);
    for (Error error : schema.validate(tree.root())) {
      mistakes.add(sentences.line(error), sentences.of(error));
    }
  }
}
