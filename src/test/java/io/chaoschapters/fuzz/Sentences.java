package io.chaoschapters.fuzz;

import java.util.List;

/** What holds of every message that a user gets about bad input, whatever the input was. */
public final class Sentences {
  private static final int LONGEST = 2_000;
  private static final int MOST_LINES = 20;

  private Sentences() {}

  /**
   * Fails unless a message is a few readable lines: no stack trace, nothing that steers a terminal,
   * and not as long as what was read.
   */
  public static void check(String message) {
    List<String> lines = message.lines().toList();
    require(!message.isBlank(), "it is empty", message);
    require(lines.size() <= MOST_LINES, "it has too many lines", message);
    for (String line : lines) {
      require(line.length() <= LONGEST, "a line is too long", line);
      require(!line.startsWith("\tat "), "it is a stack trace", message);
      require(line.chars().noneMatch(Character::isISOControl), "it has control characters", line);
    }
  }

  private static void require(boolean holds, String otherwise, String message) {
    if (!holds) {
      throw new AssertionError("A message to the user: " + otherwise + ": " + message);
    }
  }
}
