package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Every step of an agent as a line of JSON, written as it happens. */
final class Trajectory {
  static final String FILE = "trajectory.jsonl";

  private final Path file;
  private final long began = System.nanoTime();

  Trajectory(Path folder) {
    this.file = folder.resolve(FILE);
  }

  Path file() {
    return file;
  }

  /** A line to be filled. */
  ObjectNode step(String step) {
    return Json.object()
        .put("at", Instant.now().toString())
        .put("elapsed", (System.nanoTime() - began) / 1_000_000 / 1000.0)
        .put("step", step);
  }

  synchronized void write(ObjectNode line) {
    try {
      Files.writeString(
          file, Json.text(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space left?", file), e);
    }
  }

  /** The SHA-256 of a text. */
  static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
