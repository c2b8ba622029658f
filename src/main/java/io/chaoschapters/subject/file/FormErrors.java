package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
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

  /** What can be read. */
  LocatedTree of(LocatedTree written) {
    LocatedTree spelled = written;
    for (LocatedTree next = respelled(spelled); next != spelled; next = respelled(spelled)) {
      spelled = next;
    }
    SchemaSentences sentences = new SchemaSentences(spelled, document);
    LocatedTree left = spelled;
    for (Error error : schema.validate(spelled.root())) {
      mistakes.add(sentences.line(error), sentences.of(error));
      left = without(left, error);
    }
    return left;
  }

  /** With one mistyped key under the name that it is near to; the same tree when there is none. */
  private LocatedTree respelled(LocatedTree tree) {
    SchemaSentences sentences = new SchemaSentences(tree, document);
    for (Error error : schema.validate(tree.root())) {
      Optional<String> meant = sentences.meantKey(error);
      String group = SchemaSentences.pointer(error);
      if (meant.isPresent() && !tree.root().at(group).has(meant.get())) {
        mistakes.add(sentences.line(error), sentences.of(error));
        return tree.renamed(LocatedTree.child(group, error.getProperty()), meant.get());
      }
    }
    return tree;
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
