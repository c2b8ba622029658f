package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes of a user, compiled against the class path of the tests. */
public final class Compiled {
  private Compiled() {}

  /** Compiles sources into a folder, which is there. */
  public static void into(Path classes, List<Path> sources) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                sources.stream().map(Path::toString))
            .toArray(String[]::new);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }
}
