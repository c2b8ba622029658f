package io.chaoschapters.safety.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which commit of the sources is tried. */
final class Commit {
  private Commit() {}

  /** The short name, with a plus sign when files differ from it; empty outside a clone. */
  static String current() throws IOException, InterruptedException {
    String name = git("rev-parse", "--short=9", "HEAD");
    boolean differs = !git("status", "--porcelain", "--", "pom.xml", "src", "chaos").isEmpty();
    return differs ? name + "+" : name;
  }

  private static String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.strip() : "";
  }
}
