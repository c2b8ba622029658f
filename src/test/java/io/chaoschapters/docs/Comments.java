package io.chaoschapters.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of types, read from their sources as Markdown. */
final class Comments {
  private final Map<String, String> sentences = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();

  private Comments() {}

  /** Reads source files. */
  static Comments of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Comments comments = new Comments();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        comments.new Reader(trees).scan(unit, String.valueOf(unit.getPackageName()));
      }
    }
    return comments;
  }

  /** What a type is. */
  String of(Class<?> type) {
    return sentences.getOrDefault(type.getCanonicalName(), "");
  }

  /** What a component of a record is. */
  String of(Class<?> type, String component) {
    return parameters.getOrDefault(type.getCanonicalName() + "#" + component, "");
  }

  /** Goes through a file; what is handed down is the name of what is around. */
  private final class Reader extends TreePathScanner<Void, String> {
    private final DocTrees trees;

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      String name = outer + "." + type.getSimpleName();
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        sentences.put(name, words(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param) {
            parameters.put(name + "#" + param.getName(), words(param.getDescription()));
          }
        }
      }
      return super.visitClass(type, name);
    }
  }

  private static String words(List<? extends DocTree> text) {
    return text.stream()
        .map(Comments::words)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String words(DocTree part) {
    if (part instanceof LiteralTree code) {
      return "`" + code.getBody().toString().strip() + "`";
    }
    if (part instanceof LinkTree link) {
      return "`" + link.getReference() + "`";
    }
    return part.toString();
  }
}
