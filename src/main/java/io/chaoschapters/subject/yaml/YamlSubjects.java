package io.chaoschapters.subject.yaml;

import io.chaoschapters.subject.InvalidSubjectException;
import io.chaoschapters.subject.SubjectSource;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Finds {@code subjects/*.yaml} in every folder and jar of the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlSubjects implements SubjectSource {
  private static final String FOLDER = "subjects";

  @Override
  public List<Found> subjects(ClassLoader loader) {
    List<Found> found = new ArrayList<>();
    try {
      // One root may be on the class path twice.
      Set<String> files = new LinkedHashSet<>();
      for (URL folder : Collections.list(loader.getResources(FOLDER))) {
        files.addAll(files(folder));
      }
      SubjectReader reader = new SubjectReader(loader);
      for (String file : files) {
        found.add(read(reader, URI.create(file)));
      }
    } catch (IOException e) {
      throw new InvalidSubjectException(
          RootLocale.format(
              "The files %s/*.yaml on the class path cannot be read: %s.",
              FOLDER, Failure.words(e)));
    }
    return found;
  }

  private static List<String> files(URL folder) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (var archive = jar.getJarFile()) {
        return archive.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.matches(FOLDER + "/[^/]+\\.ya?ml"))
            .sorted()
            .map(name -> "jar:" + jar.getJarFileURL() + "!/" + name)
            .toList();
      }
    }
    if (!folder.getProtocol().equals("file")) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return files
          .filter(file -> file.getFileName().toString().matches(".+\\.ya?ml"))
          .sorted()
          .map(file -> file.toUri().toString())
          .toList();
    }
  }

  private static Found read(SubjectReader reader, URI file) throws IOException {
    String name = FOLDER + "/" + file.toString().replaceFirst(".*/", "");
    URL url = file.toURL();
    var connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new Found(
          new YamlSubject(reader.read(name, in.readNBytes(SourceFile.MAX_BYTES + 1))),
          url.toString());
    }
  }
}
