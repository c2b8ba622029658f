package io.chaoschapters.stage.terminal;

import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.FrameSvg;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes stills and copies into a folder; says in one line what became of it. */
final class Stills {
  private final Path folder;

  private Stills(Path folder) {
    this.folder = folder;
  }

  /** Writes into the run's folder where there is one, else into another. */
  static Stills in(String artifacts, Path otherwise) {
    boolean known = !artifacts.isEmpty() && Files.isDirectory(Path.of(artifacts));
    return new Stills(known ? Path.of(artifacts) : otherwise);
  }

  String save(Frame frame) {
    try {
      Path text = free("still", ".txt");
      Files.writeString(text, frame.text());
      String picture = text.getFileName().toString().replace(".txt", ".svg");
      Files.writeString(folder.resolve(picture), FrameSvg.of(frame));
      return "saved " + picture + " and .txt in " + near(folder);
    } catch (IOException e) {
      return "not saved: " + e;
    }
  }

  String copy(Frame panel) {
    try {
      Path text = free("copy", ".txt");
      Files.writeString(text, panel.text().stripTrailing() + "\n");
      return "copied; also as " + text.getFileName() + " in " + near(folder);
    } catch (IOException e) {
      return "copied to the clipboard only: " + e;
    }
  }

  /** From where the show was started, when it lies beneath: the row has little room. */
  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }

  /** The first name that is not taken yet. */
  private Path free(String kind, String extension) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    Path path = numbered(kind, number, extension);
    while (Files.exists(path)) {
      number++;
      path = numbered(kind, number, extension);
    }
    return path;
  }

  private Path numbered(String kind, int number, String extension) {
    return folder.resolve(RootLocale.format("%s-%03d%s", kind, number, extension));
  }
}
