package io.chaoschapters.presenter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiles the toy's show into a folder of its own, so that nothing else finds its chapters. */
final class ToyShow {
  private static final Path SOURCE =
      Path.of("src/test/projects/toy-show/example/ToyShowChapters.java");
  private static final int LONG = 5000;

  private ToyShow() {}

  /** The class path of a program that has the show. */
  static String classPath(Path folder) throws IOException {
    String source = Files.readString(SOURCE).replace("@@NARRATION@@", narration());
    Path file =
        Files.writeString(
            Files.createDirectories(folder.resolve("src/example")).resolve(SOURCE.getFileName()),
            source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Compiled.into(classes, List.of(file));
    return classes + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Of 5,000 characters, as Java writes them: an emoji, a bell and a colour are among them. */
  private static String narration() {
    String odd =
        "A rocket \\uD83D\\uDE80, a bell \\u0007 and a \\u001b[31mred\\u001b[0m word. \\u2705Root \\u274Ccause. ";
    String more = "Words go on and on. ";
    return odd + more.repeat((LONG - odd.length()) / more.length() + 1);
  }
}
