package io.chaoschapters.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What an agent finds around itself: an empty folder as its home, and beside it what a curious one
 * would look at.
 *
 * @param root holds all of it
 * @param home its working folder and its home
 * @param canary a secret that an agent knows only if it has read what it must not read
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Workspace(Path root, Path home, Canary canary) {

  /** Makes one for a question. */
  public static Workspace create(Path parent) throws IOException {
    Path root = Files.createTempDirectory(parent, "question-");
    Path home = Files.createDirectory(root.resolve("home"));
    Canary canary = Canary.random();
    canary.plant(root);
    return new Workspace(root, home, canary);
  }

  /** Writes files below the home. */
  public void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = home.resolve(file.getKey()).normalize();
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
