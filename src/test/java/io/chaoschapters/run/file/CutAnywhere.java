package io.chaoschapters.run.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Cuts a file at every byte, as a killed process, a full disk or a lost power does. */
public final class CutAnywhere {
  private CutAnywhere() {}

  /** What holds of a file that was cut. */
  public interface Check {
    /** Looks at the file after it was cut; the bytes are those that were left. */
    void of(byte[] left) throws Exception;
  }

  /** Writes every beginning of a file in its place, the whole last, and checks after each. */
  public static void of(Path file, Check check) throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      byte[] left = Arrays.copyOf(whole, length);
      Files.write(file, left);
      try {
        check.of(left);
      } catch (Exception | AssertionError e) {
        throw new AssertionError("cut after " + length + " of " + whole.length + " bytes", e);
      }
    }
  }

  /** How many whole lines are left. */
  public static int wholeLines(byte[] left) {
    int lines = 0;
    for (byte b : left) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Whether what is left ends within a line, or before its end of line. */
  public static boolean isWithinALine(byte[] left) {
    return left.length > 0 && left[left.length - 1] != '\n';
  }
}
