package io.chaoschapters.report.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.run.file.WholeFile;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A baseline on the disk: JSON that can be read and reviewed, with a digest of its content, because
 * a figure that was edited by hand is no measurement.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BaselineFile {
  private static final String DIGEST = "digest";
  private static final String VERSION = "version";
  private static final Pattern CONFLICT =
      Pattern.compile("^(?:<{7}|={7}|>{7}|\\|{7})(?:\\s|$)", Pattern.MULTILINE);

  private static final ObjectMapper JSON =
      Json.withTimes()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path path;
  private final String howToMake;

  /**
   * A file that need not be there yet.
   *
   * @param update the setting that writes it, such as {@code -Dbaseline.update=true}
   */
  public BaselineFile(Path path, String update) {
    this.path = path;
    this.howToMake = "the same command with " + update;
  }

  public Path path() {
    return path;
  }

  /** The command that writes it, in words. */
  public String howToMake() {
    return howToMake;
  }

  /**
   * Reads it.
   *
   * @throws BaselineException when it is missing, damaged, edited, or of another version
   */
  public Baseline read() {
    if (!Files.exists(path)) {
      throw new BaselineException(
          RootLocale.format(
              "There is no baseline %s: %s makes one from what these trials come to; it is only ever made on purpose.",
              path, howToMake));
    }
    return parse(text());
  }

  /**
   * Reads what a file holds that is not on the disk, such as one of the class path.
   *
   * @throws BaselineException when it is damaged, edited, or of another version
   */
  Baseline parse(String text) {
    if (CONFLICT.matcher(text).find()) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s holds the marks of a merge conflict: take the whole file of one side (git checkout --ours or --theirs), or make it anew with %s.",
              path, howToMake));
    }
    try {
      return parsed(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage(), e);
    }
  }

  private String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new BaselineException(
          RootLocale.format(
              "Cannot read the baseline %s (%s): name a readable file of UTF-8 text.",
              path, e.getClass().getSimpleName()),
          e);
    }
  }

  private Baseline parsed(JsonNode tree) throws JsonProcessingException {
    if (!(tree instanceof ObjectNode object) || !tree.path(VERSION).isInt()) {
      throw unreadable("it has no version", null);
    }
    int version = tree.path(VERSION).intValue();
    if (version != Baseline.VERSION) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s is of version %d and this program reads version %d: make it anew with %s.",
              path, version, Baseline.VERSION, howToMake));
    }
    JsonNode said = object.remove(DIGEST);
    if (said == null || !said.asText().equals(digest(object))) {
      throw new BaselineException(
          RootLocale.format(
              "The baseline %s was edited by hand or damaged, because its content does not match its digest: restore it from version control, or make it anew with %s.",
              path, howToMake));
    }
    Baseline baseline = JSON.treeToValue(object, Baseline.class);
    if (Objects.isNull(baseline.comparability())) {
      throw unreadable("it does not say what it is about", null);
    }
    return baseline;
  }

  private BaselineException unreadable(String why, @Nullable Throwable cause) {
    return new BaselineException(
        RootLocale.format(
            "%s is no baseline, or a damaged one (%s): restore it from version control, or make it anew with %s.",
            path, why, howToMake),
        cause);
  }

  /** Independent of the layout: a formatter may have changed it. */
  private static String digest(JsonNode content) {
    return "sha256:" + Digest.of(content.toString());
  }

  /** Fails now and not after an hour of trials when the file could not be written. */
  public void requireWritable() {
    Path folder = folder();
    Path nearest = folder;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    boolean writable =
        Files.exists(path)
            ? Files.isRegularFile(path) && Files.isWritable(path) && Files.isWritable(folder)
            : nearest != null && Files.isDirectory(nearest) && Files.isWritable(nearest);
    if (!writable) {
      throw notWritable(null);
    }
  }

  private Path folder() {
    return Objects.requireNonNullElse(path.toAbsolutePath().getParent(), Path.of("/"));
  }

  private BaselineException notWritable(@Nullable IOException cause) {
    return new BaselineException(
        RootLocale.format(
            "The baseline %s cannot be written%s: name a file in a folder that may be written, and check the free space.",
            path, cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"),
        cause);
  }

  /** Writes it in place of an earlier one; a reader never sees half a file. */
  public void write(Baseline baseline) {
    try {
      ObjectNode tree = JSON.readValue(JSON.writeValueAsString(baseline), ObjectNode.class);
      tree.put(DIGEST, digest(tree));
      Files.createDirectories(folder());
      WholeFile.write(path.toAbsolutePath(), JSON.writeValueAsString(tree) + "\n");
    } catch (IOException e) {
      throw notWritable(e);
    }
  }
}
