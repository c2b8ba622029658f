package io.chaoschapters.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apiguardian.api.API;

/** Lists what lies in a folder of the class path, be it on the disk or in a jar. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClassPathFolder {
  private static final Pattern JAR = Pattern.compile("jar:(file:[^!]+)!/.*");

  private ClassPathFolder() {}

  /**
   * A file right in the folder.
   *
   * @param name without the folder
   * @param where path on the disk; in a jar that of the jar, {@code !/} and the entry's name
   * @param source opens it
   */
  public record File(String name, String where, Source source) {}

  /** Opens a file and reads its beginning. */
  public interface Source {
    /**
     * Reads.
     *
     * @param most how many bytes at most
     */
    byte[] read(int most) throws IOException;
  }

  /**
   * The files of all folders of that name, each once also when its root is on the class path twice.
   *
   * @param folder without a slash at the end
   */
  public static List<File> files(ClassLoader loader, String folder) throws IOException {
    Map<String, File> files = new LinkedHashMap<>();
    for (URL root : Collections.list(loader.getResources(folder))) {
      for (File file : files(root, folder)) {
        files.putIfAbsent(file.where(), file);
      }
    }
    return List.copyOf(files.values());
  }

  private static List<File> files(URL root, String folder) throws IOException {
    Matcher jar = JAR.matcher(root.toString());
    if (jar.matches()) {
      return inJar(Path.of(URI.create(jar.group(1))), folder + "/");
    }
    return root.getProtocol().equals("file")
        ? inFolder(Path.of(URI.create(root.toString())))
        : List.of();
  }

  private static List<File> inJar(Path jar, String folder) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile())) {
      return archive.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
          .filter(name -> name.length() > folder.length())
          .map(
              name ->
                  new File(
                      name.substring(folder.length()),
                      jar + "!/" + name,
                      most -> read(jar, name, most)))
          .toList();
    }
  }

  private static byte[] read(Path jar, String name, int most) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile());
        InputStream in = archive.getInputStream(archive.getEntry(name))) {
      return in.readNBytes(most);
    }
  }

  private static List<File> inFolder(Path folder) throws IOException {
    List<File> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found.forEach(
          path ->
              files.add(
                  new File(
                      String.valueOf(path.getFileName()),
                      path.toString(),
                      most -> read(path, most))));
    }
    return files;
  }

  private static byte[] read(Path path, int most) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }
}
