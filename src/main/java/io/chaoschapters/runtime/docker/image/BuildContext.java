package io.chaoschapters.runtime.docker.image;

import io.chaoschapters.runtime.ImageRecipe;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.process.ClassPath;
import io.chaoschapters.text.RootLocale;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an image is built from.
 *
 * @param dockerfile its text
 * @param files what lies beside it, by the path there
 * @param digest of all of it: the same digest, the same image
 */
record BuildContext(String dockerfile, Map<String, Path> files, String digest) {
  private static final int DIGEST_LETTERS = 16;
  private static final String CLASSES = "classes/";

  static BuildContext of(ImageRecipe recipe, String base) {
    String dockerfile = dockerfile(recipe);
    Map<String, Path> files = new TreeMap<>();
    Path own = ClassPath.locationOf(recipe.main());
    Path framework = ClassPath.locationOf(BuildContext.class);
    add(framework, "", files);
    if (!own.equals(framework)) {
      add(own, recipe.main().getPackageName().replace('.', '/'), files);
    }
    for (Path entry : ClassPath.of(recipe.main())) {
      String name = entry.getFileName().toString();
      if (name.endsWith(".jar") && recipe.libraries().stream().anyMatch(name::startsWith)) {
        files.put("lib/" + name, entry);
      }
    }
    return new BuildContext(dockerfile, files, digest(base + "\n" + dockerfile, files));
  }

  /** A jar, or what lies in one folder of a folder of classes and below. */
  private static void add(Path own, String within, Map<String, Path> files) {
    if (!Files.isDirectory(own)) {
      files.put("lib/" + own.getFileName(), own);
      return;
    }
    try (Stream<Path> paths = Files.walk(own.resolve(within))) {
      paths
          .filter(Files::isRegularFile)
          .forEach(file -> files.put(CLASSES + slashed(own.relativize(file)), file));
    } catch (IOException e) {
      throw new UncheckedIOException("What an image is to be built from could not be read", e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static String dockerfile(ImageRecipe recipe) {
    try (InputStream in = recipe.main().getClassLoader().getResourceAsStream(recipe.dockerfile())) {
      if (in == null) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "There is no %s on the class path, from which an image is to be built.",
                recipe.dockerfile()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(recipe.dockerfile() + " could not be read", e);
    }
  }

  /** A library is identified by its name and size: its name holds its version. */
  private static String digest(String text, Map<String, Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, Path> file : files.entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        byte[] content =
            file.getKey().startsWith(CLASSES)
                ? Files.readAllBytes(file.getValue())
                : Long.toString(Files.size(file.getValue())).getBytes(StandardCharsets.UTF_8);
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LETTERS);
    } catch (IOException e) {
      throw new UncheckedIOException("What an image is to be built from could not be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
