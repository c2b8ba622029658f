package io.chaoschapters.subject.yaml;

import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.SubjectSource;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Finds {@code subjects/*.yaml} in every folder and jar of the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlSubjects implements SubjectSource {
  private static final String FOLDER = "subjects";
  private static final Pattern JAR = Pattern.compile("jar:(file:[^!]+)!/.*");

  /** A file: its name on the class path, where it is, and what it says. */
  private record File(String name, String where, byte[] content) {}

  @Override
  public List<Found> subjects(ClassLoader loader) {
    List<Found> found = new ArrayList<>();
    SubjectReader reader = new SubjectReader(loader);
    for (File file : files(loader)) {
      found.add(new Found(new YamlSubject(reader.read(file.name(), file.content())), file.where()));
    }
    return found;
  }

  private static List<File> files(ClassLoader loader) {
    // One root may be on the class path twice.
    Map<String, File> files = new LinkedHashMap<>();
    try {
      for (URL root : Collections.list(loader.getResources(FOLDER))) {
        for (File file : files(root)) {
          files.putIfAbsent(file.where(), file);
        }
      }
    } catch (IOException e) {
      throw new InvalidSubjectException(
          RootLocale.format(
              "The files %s/*.yaml on the class path cannot be read: %s.",
              FOLDER, Failure.words(e)));
    }
    return List.copyOf(files.values());
  }

  private static List<File> files(URL root) throws IOException {
    Matcher jar = JAR.matcher(root.toString());
    if (jar.matches()) {
      return inJar(Path.of(URI.create(jar.group(1))));
    }
    return root.getProtocol().equals("file")
        ? inFolder(Path.of(URI.create(root.toString())))
        : List.of();
  }

  private static List<File> inJar(Path jar) throws IOException {
    List<File> files = new ArrayList<>();
    try (JarFile archive = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(archive.entries())) {
        if (entry.getName().matches(FOLDER + "/[^/]+\\.ya?ml")) {
          try (InputStream in = archive.getInputStream(entry)) {
            files.add(
                new File(
                    entry.getName(),
                    jar + "!/" + entry.getName(),
                    in.readNBytes(SourceFile.MAX_BYTES + 1)));
          }
        }
      }
    }
    return files;
  }

  private static List<File> inFolder(Path folder) throws IOException {
    List<File> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
      for (Path path : found) {
        try (InputStream in = Files.newInputStream(path)) {
          String name = FOLDER + "/" + path.getFileName();
          files.add(new File(name, path.toString(), in.readNBytes(SourceFile.MAX_BYTES + 1)));
        }
      }
    }
    return files;
  }
}
