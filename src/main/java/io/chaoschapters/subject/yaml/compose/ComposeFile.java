package io.chaoschapters.subject.yaml.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.subject.file.FileSchema;
import io.chaoschapters.subject.file.LocatedTree;
import io.chaoschapters.subject.file.Mistakes;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.file.YamlReader;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A Compose file whose form was checked and whose variables are put in.
 *
 * @param top the whole of it
 * @param folder where it is, which paths in it begin at
 * @param variables what else may be put in
 */
record ComposeFile(Section top, Path folder, Interpolation variables) {
  private static final String SCHEMA = "/io/chaoschapters/subject/yaml/compose.schema.json";

  /**
   * Reads one.
   *
   * @param environment variables that count before those of {@code .env}
   * @throws InvalidSubjectException with a sentence for each mistake, with file and line
   */
  static ComposeFile read(String name, Path path, Interpolation environment) {
    SourceFile file = new SourceFile(name, "'services'", InvalidSubjectException::new);
    Path folder = path.toAbsolutePath().getParent();
    LocatedTree tree = new YamlReader(file).readAnchored(content(file, path));
    Mistakes mistakes = new Mistakes(file);
    Interpolation variables = environment.or(ofDotEnv(folder, environment, mistakes));
    LocatedTree filled = filled(tree, variables, mistakes);
    mistakes.throwIfAny();
    new FileSchema(ComposeFile.class, SCHEMA).check(filled, mistakes);
    mistakes.throwIfAny();
    return new ComposeFile(new Section(filled, "", mistakes), folder, variables);
  }

  private static byte[] content(SourceFile file, Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw file.refuse(RootLocale.format("%s cannot be read: %s.", file.name(), Failure.words(e)));
    }
  }

  private static Map<String, String> ofDotEnv(
      Path folder, Interpolation environment, Mistakes mistakes) {
    Path file = folder.resolve(".env");
    try {
      return Files.exists(file) ? EnvironmentFile.read(file, environment) : Map.of();
    } catch (IllegalArgumentException | IOException e) {
      mistakes.add(1, RootLocale.format("the file .env beside it: %s.", Failure.words(e)));
      return Map.of();
    }
  }

  private static LocatedTree filled(LocatedTree tree, Interpolation variables, Mistakes mistakes) {
    Map<String, String> texts = new HashMap<>(tree.texts());
    tree.texts()
        .forEach(
            (pointer, text) -> {
              if (text.indexOf('$') >= 0) {
                try {
                  texts.put(pointer, variables.of(text));
                } catch (IllegalArgumentException e) {
                  mistakes.add(tree.line(pointer), Failure.words(e) + ".");
                }
              }
            });
    return new LocatedTree(filled(tree.root(), "", texts), tree.lines(), Map.copyOf(texts));
  }

  private static JsonNode filled(JsonNode node, String pointer, Map<String, String> texts) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node.isObject()) {
      ObjectNode object = nodes.objectNode();
      node.properties()
          .forEach(
              child ->
                  object.set(
                      child.getKey(),
                      filled(child.getValue(), LocatedTree.child(pointer, child.getKey()), texts)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = nodes.arrayNode();
      for (int i = 0; i < node.size(); i++) {
        array.add(filled(node.get(i), pointer + "/" + i, texts));
      }
      return array;
    }
    return node.isTextual() ? nodes.textNode(texts.get(pointer)) : node;
  }
}
