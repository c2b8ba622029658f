package io.chaoschapters.presenter.create;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.settings.NewProjectSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Makes a project whose chapters are green at once, to be changed bit by bit. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NewProject {
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  private final String name;
  private final Path folder;

  private NewProject(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /**
   * Makes the one that the settings describe.
   *
   * @throws ShowFailedException when the name cannot be one, or the folder has something in it
   */
  public static void make(Settings settings, PrintStream out) {
    String name = settings.text(NewProjectSettings.NAME);
    if (name.isEmpty()) {
      throw new ShowFailedException(
          "-Dname is missing. Use -Dname=<lower case words joined by hyphens>, such as -Dname=orders.");
    }
    if (!name.matches(NAME)) {
      throw new ShowFailedException(
          RootLocale.format(
              "'%s' cannot be the name of a subject. Use -Dname=<lower case words joined by hyphens>, such as -Dname=orders.",
              name));
    }
    String directory = settings.text(NewProjectSettings.DIRECTORY);
    Path folder = Path.of(directory.isEmpty() ? "../" + name + "-chaos" : directory);
    NewProject project = new NewProject(name, folder.toAbsolutePath().normalize());
    project.requireEmpty();
    project.write();
    project.announce(out);
  }

  private void requireEmpty() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new ShowFailedException(
            RootLocale.format(
                "The folder %s is not empty, and nothing was written. Use -Ddirectory=<a new folder>.",
                folder));
      }
    } catch (IOException e) {
      throw new ShowFailedException(
          RootLocale.format(
              "The folder %s cannot be used (%s). Use -Ddirectory=<a new folder>.", folder, e));
    }
  }

  private void write() {
    Map<String, String> words = words();
    files()
        .forEach(
            (from, to) -> {
              Path file = folder.resolve(to);
              try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, filled(text("project/" + from), words));
              } catch (IOException e) {
                throw new UncheckedIOException(
                    RootLocale.format("The file %s cannot be written", file), e);
              }
            });
  }

  /** Where each file goes. */
  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("jvm.config", ".mvn/jvm.config");
    files.put("gitignore", ".gitignore");
    files.put("workflow.yaml", ".github/workflows/chaos.yaml");
    files.put("Node.java", "src/main/java/" + packageName() + "/Node.java");
    files.put("subject.yaml", "src/main/resources/subjects/" + name + ".yaml");
    files.put("experiments.yaml", "src/main/resources/chaos/" + name + ".yaml");
    files.put(
        "Chapters.java", "src/test/java/" + packageName() + "/" + className() + "Chapters.java");
    return files;
  }

  private Map<String, String> words() {
    return Map.of(
        "@name@", name, "@package@", packageName(), "@Class@", className(), "@version@", version());
  }

  private String packageName() {
    return name.replace("-", "") + "chaos";
  }

  private String className() {
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String filled(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace(word.getKey(), word.getValue());
    }
    return filled;
  }

  private static String version() {
    Properties versions = new Properties();
    try (InputStream in = NewProject.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read versions.properties of the jar", e);
    }
    return versions.getProperty("chaos-chapters");
  }

  private static String text(String resource) {
    try (InputStream in = NewProject.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource + " of the jar", e);
    }
  }

  private void announce(PrintStream out) {
    out.println("A new project is in " + folder);
    files().values().forEach(file -> out.println("  " + file));
    out.println("Once, in the folder of Chaos Chapters, so that Maven finds " + version() + ":");
    out.println("                       mvn install -DskipTests");
    out.println("Play its chapters:     mvn -f " + folder.resolve("pom.xml") + " test");
    out.println(
        "Look for mistakes:     mvn -f " + folder.resolve("pom.xml") + " exec:java -Dmode=check");
    out.println("Then put your own system into src/main/resources/subjects/" + name + ".yaml.");
    out.flush();
  }
}
