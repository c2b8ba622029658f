package io.chaoschapters.report.trials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The file in which trials are kept: what they are about, then one JSON object a trial, each forced
 * to the disk before the next trial begins. A run that is cut off loses the trial under way and
 * nothing else.
 *
 * <p>While it is open no other process can open it. An interrupted thread can write, too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialLog implements AutoCloseable {
  /** Its name in the folder of a series of trials. */
  public static final String FILE_NAME = "trials.jsonl";

  private static final ObjectMapper JSON =
      Json.withTimes().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path path;
  private final RandomAccessFile file;

  private TrialLog(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * What a log holds up to its last whole line.
   *
   * @param header what the trials are about
   * @param results in the order in which they were made
   * @param wholeBytes the length of that part
   */
  public record Content(TrialHeader header, List<TrialResult> results, long wholeBytes) {
    public Content {
      results = List.copyOf(results);
    }

    /** Whether every trial was made. */
    public boolean isFinished() {
      return results.size() >= header.planned();
    }
  }

  /** Begins a log in a folder. */
  public static TrialLog create(Path folder, TrialHeader header) {
    Path path = folder.resolve(FILE_NAME);
    try {
      Files.createFile(path);
      TrialLog log =
          open(path).orElseThrow(() -> new IOException("another process has locked " + path));
      log.write(header);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + path + ". Is there free space, and may it be written?", e);
    }
  }

  /** Continues a log; a torn last line is cut off. Empty while another process writes to it. */
  public static Optional<TrialLog> resume(Path folder) {
    Path path = folder.resolve(FILE_NAME);
    try {
      Optional<TrialLog> log = open(path);
      if (log.isPresent()) {
        long whole = read(folder).wholeBytes();
        log.get().file.setLength(whole);
        log.get().file.seek(whole);
      }
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + path, e);
    }
  }

  private static Optional<TrialLog> open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (file.getChannel().tryLock() != null) {
        return Optional.of(new TrialLog(path, file));
      }
    } catch (OverlappingFileLockException e) {
      file.close();
      return Optional.empty();
    }
    file.close();
    return Optional.empty();
  }

  /**
   * Reads a log.
   *
   * @throws IllegalArgumentException when the folder holds none, or one of another version
   */
  public static Content read(Path folder) {
    Path path = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          RootLocale.format("%s holds no %s, so it is not a folder of trials.", folder, FILE_NAME));
    }
    try {
      // Byte by byte, so that the length of the whole lines is that of the file.
      String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      List<String> lines = whole.lines().toList();
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(path + " was cut off before it said what it is about.");
      }
      TrialHeader header = parse(lines.get(0), TrialHeader.class);
      if (header.version() != TrialHeader.VERSION) {
        throw new IllegalArgumentException(
            RootLocale.format(
                "%s is of version %d and this program reads version %d: begin anew.",
                path, header.version(), TrialHeader.VERSION));
      }
      List<TrialResult> results = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        results.add(parse(line, TrialResult.class));
      }
      return new Content(header, results, whole.length());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "%s is not a log of trials, or a damaged one: %s", path, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static <T> T parse(String line, Class<T> type) throws IOException {
    return JSON.readValue(line.getBytes(StandardCharsets.ISO_8859_1), type);
  }

  /** Keeps a trial and returns only when it is on the disk. */
  public synchronized void append(TrialResult result) {
    write(result);
  }

  private void write(Object line) {
    try {
      file.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + path + ". Is there free space left?", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + path, e);
    }
  }
}
