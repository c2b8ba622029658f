package io.chaoschapters.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What types say of themselves and of their public methods, as tables. */
final class MemberPage extends TreePathScanner<Void, Boolean> {
  private final DocTrees trees;
  private final StringBuilder out = new StringBuilder();

  private MemberPage(DocTrees trees) {
    this.trees = trees;
  }

  static String of(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringBuilder all = new StringBuilder();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      for (Path file : files) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(List.of(file)));
        MemberPage page = new MemberPage(DocTrees.instance(task));
        for (CompilationUnitTree unit : task.parse()) {
          page.scan(unit, false);
        }
        all.append(page.out);
      }
    }
    return all.toString();
  }

  @Override
  public Void visitClass(ClassTree type, Boolean inside) {
    if (inside) {
      return null; // a part of a type that has its own page
    }
    boolean annotation = type.getKind() == com.sun.source.tree.Tree.Kind.ANNOTATION_TYPE;
    out.append(RootLocale.format("%n### `%s%s`%n", annotation ? "@" : "", type.getSimpleName()));
    out.append(RootLocale.format("%n%s%n%n| | |%n| --- | --- |%n", comment()));
    return super.visitClass(type, true);
  }

  @Override
  public Void visitMethod(MethodTree method, Boolean inside) {
    boolean hidden =
        method.getModifiers().getFlags().contains(Modifier.PRIVATE)
            || method.getName().contentEquals("<init>")
            || comment().isEmpty();
    boolean inInterface = method.getBody() == null;
    if (!hidden && (inInterface || method.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
      String parameters =
          method.getParameters().stream()
              .map(parameter -> parameter.getType() + " " + parameter.getName())
              .collect(Collectors.joining(", "));
      Object otherwise = method.getDefaultValue();
      out.append(
          RootLocale.format(
              "| `%s(%s)`%s | %s |%n",
              method.getName(),
              parameters,
              otherwise == null ? "" : ", `" + otherwise + "` if not given",
              comment().replace("|", "\\|")));
    }
    return null;
  }

  private String comment() {
    DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
    return comment == null
        ? ""
        : comment.getFirstSentence().stream()
            .map(MemberPage::words)
            .collect(Collectors.joining())
            .replaceAll("\\s+", " ")
            .strip();
  }

  private static String words(DocTree part) {
    if (part instanceof LiteralTree code) {
      return "`" + code.getBody().toString().strip() + "`";
    }
    return part instanceof LinkTree link ? "`" + link.getReference() + "`" : part.toString();
  }
}
