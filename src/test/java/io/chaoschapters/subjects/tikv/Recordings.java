package io.chaoschapters.subjects.tikv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What a real PD and real TiKV answered; see README.md in the folder. */
public final class Recordings {
  private static final String HEAD = ">>> ";

  /** A line with the status, headers, an empty line, the body, and maybe how long it took. */
  private static final Pattern ANSWER =
      Pattern.compile("(?ms)^(\\d{3})\\n.*?\\n\\n(.*?)(?:\\n\\(\\d+ ms\\)\\s*)?\\z");

  private final SortedMap<String, String> files = new TreeMap<>();

  public Recordings() {
    try (InputStream states = new GZIPInputStream(resource("recordings.txt.gz"));
        InputStream more = resource("more-recordings.txt")) {
      read(states);
      read(more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(InputStream recorded) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(recorded, StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder();
    String name = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(HEAD)) {
        if (name != null) {
          files.put(name, text.toString());
        }
        name = line.substring(HEAD.length());
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    files.put(Objects.requireNonNull(name), text.toString());
  }

  public static InputStream resource(String name) {
    return Objects.requireNonNull(Recordings.class.getResourceAsStream("/tikv-real/" + name), name);
  }

  /** Every state that was recorded. */
  public Set<String> states() {
    return files.keySet().stream()
        .map(name -> name.substring(0, name.indexOf('/')))
        .filter(state -> !state.equals("answers"))
        .collect(Collectors.toSet());
  }

  /** A file of a state, if there is one. */
  public Optional<String> find(String file) {
    return Optional.ofNullable(files.get(file));
  }

  public String file(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no recording " + name));
  }

  /** The status of an answer to an order or an odd request. */
  public int answerStatus(String name) {
    return Integer.parseInt(answerParts(name).group(1));
  }

  /** The body of an answer to an order or an odd request. */
  public String answer(String name) {
    return answerParts(name).group(2).strip();
  }

  /** The type of an answer to an order or an odd request; empty when it had none. */
  public String answerType(String name) {
    Matcher type = Pattern.compile("(?mi)^content-type: (.*)$").matcher(file("answers/" + name));
    return type.find() ? type.group(1) : "";
  }

  private Matcher answerParts(String name) {
    Matcher parts = ANSWER.matcher(file("answers/" + name));
    if (!parts.find()) {
      throw new IllegalStateException("no answer in " + name);
    }
    return parts;
  }
}
