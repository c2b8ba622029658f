package io.chaoschapters.diagnosis.semantic.embedding;

import ai.onnxruntime.OrtEnvironment;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * Keeps what the model's libraries unpack inside a folder of ours.
 *
 * <p>Left to themselves, ONNX Runtime leaves a folder under the system's temporary folder at each
 * start, and the tokenizer one in the user's home.
 *
 * @see <a href="https://onnxruntime.ai/docs/get-started/with-java.html">onnxruntime.native.path</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NativeLibraries {
  private static final String ONNX_PATH = "onnxruntime.native.path";
  private static final String TOKENIZER_CACHE = "DJL_CACHE_DIR";
  private static final List<String> ONNX = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /** Must be called before the model is loaded; what a user has set stays as it is. */
  public static void keepIn(Path folder) {
    Path absolute = folder.toAbsolutePath();
    setUnlessSet(TOKENIZER_CACHE, absolute.resolve("tokenizer"));
    if (System.getProperty(ONNX_PATH) == null && unpackOnnx(absolute.resolve("onnxruntime"))) {
      System.setProperty(ONNX_PATH, absolute.resolve("onnxruntime").toString());
    }
  }

  private static void setUnlessSet(String property, Path value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value.toString());
    }
  }

  /** False on a platform for which the jar has no libraries; loading then tells why. */
  private static boolean unpackOnnx(Path folder) {
    String platform = "/ai/onnxruntime/native/" + os() + "-" + cpu() + "/";
    try {
      Files.createDirectories(folder);
      for (String name : ONNX) {
        String file = System.mapLibraryName(name);
        URL packed = OrtEnvironment.class.getResource(platform + file);
        if (packed == null) {
          return false;
        }
        unpack(packed, folder.resolve(file));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format(
              "Cannot unpack the embedded model's libraries to %s: %s. Is there free disk space?",
              folder, Failure.words(e)),
          e);
    }
  }

  /** As a whole and by name only then, because another run may be about to load the same file. */
  private static void unpack(URL packed, Path file) throws IOException {
    URLConnection connection = packed.openConnection();
    // Another size is another version's.
    if (Files.exists(file) && Files.size(file) == connection.getContentLengthLong()) {
      return;
    }
    Path draft = Files.createTempFile(file.getParent(), "unpacking", ".part");
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String os() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return "osx";
    }
    return name.contains("win") ? "win" : "linux";
  }

  private static String cpu() {
    String arch = System.getProperty("os.arch");
    return arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch;
  }
}
