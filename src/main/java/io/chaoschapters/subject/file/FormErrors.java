package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Reports what is wrong with the form of a file, and leaves it out of what is read further. */
final class FormErrors {
  private final Schema schema;
  private final JsonNode document;
  private final Mistakes mistakes;

  FormErrors(Schema schema, JsonNode document, Mistakes mistakes) {
    this.schema = schema;
    this.document = document;
    this.mistakes = mistakes;
  }

  /** What can be read. A file without errors is looked at once, for that costs its start. */
  LocatedTree of(LocatedTree written) {
    LocatedTree spelled = written;
    List<Error> errors = schema.validate(written.root());
    for (Optional<LocatedTree> next = respelled(spelled, errors);
        next.isPresent();
        next = respelled(spelled, errors)) {
      spelled = next.get();
      errors = schema.validate(spelled.root());
    }
    SchemaSentences sentences = new SchemaSentences(spelled, document);
    LocatedTree left = spelled;
    for (Error error : errors) {
      mistakes.add(sentences.line(error), sentences.of(error));
      left = without(left, error);
    }
    return left;
  }

  /** With one mistyped key under the name that it is near to; empty when there is none. */
  private Optional<LocatedTree> respelled(LocatedTree tree, List<Error> errors) {
    SchemaSentences sentences = new SchemaSentences(tree, document);
    for (Error error : errors) {
      Optional<String> meant = sentences.meantKey(error);
      String group = SchemaSentences.pointer(error);
      if (meant.isPresent() && !tree.root().at(group).has(meant.get())) {
        mistakes.add(sentences.line(error), sentences.of(error));
        return Optional.of(
            tree.renamed(LocatedTree.child(group, error.getProperty()), meant.get()));
      }
    }
    return Optional.empty();
  }

  private LocatedTree without(LocatedTree tree, Error error) {
    String pointer = SchemaSentences.pointer(error);
    return switch (error.getKeyword()) {
      case "propertyNames" -> tree;
      case "required" -> {
        mistakes.lose(LocatedTree.child(pointer, error.getProperty()));
        yield tree;
      }
      case "additionalProperties" -> {
        mistakes.lose(pointer);
        yield tree.without(LocatedTree.child(pointer, error.getProperty()));
      }
      default -> {
        if (pointer.isEmpty()) {
          mistakes.throwIfAny();
        }
        String whole = wholeValue(tree, pointer);
        mistakes.lose(whole);
        yield tree.without(whole);
      }
    };
  }

  /** A list without one of its items would be another list. */
  private static String wholeValue(LocatedTree tree, String pointer) {
    String whole = pointer;
    while (tree.root().at(LocatedTree.parent(whole)).isArray()) {
      whole = LocatedTree.parent(whole);
    }
    return whole;
  }
}
