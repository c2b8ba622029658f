package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.guard.GuardProgram;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.text.RootLocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small process that outlives the JVM that started it, and says the run's last words. What the
 * run has in the cluster is for the guard there. It uses nothing but the JDK.
 */
final class WordsGuard {
  private WordsGuard() {}

  static GuardLink<Guarded> start(RuntimeContext context, Path logs) {
    GuardProgram program =
        new GuardProgram(
            Detachment.find(),
            WordsGuard.class,
            logs.resolve("guard.log"),
            context.folder().toString());
    try {
      return new GuardLink<>(program::start);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("The guard process could not be started: %s.", e), e);
    }
  }

  /** Takes the run's folder. */
  public static void main(String[] arguments) throws IOException {
    boolean cutOff = true;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      cutOff &= !line.endsWith(" bye");
    }
    if (cutOff) {
      LastWords.of(Path.of(arguments[0])).speak();
    }
  }
}
