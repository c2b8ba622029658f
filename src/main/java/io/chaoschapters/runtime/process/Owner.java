package io.chaoschapters.runtime.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The JVM to which something that was started belongs. What belongs to a JVM that is gone was left
 * behind; what belongs to one that lives, or that cannot be seen from here, is still in use.
 *
 * <p>Its text goes into environments, labels and files. Needs nothing but the JDK.
 *
 * @param place where the process id means something: a machine, and on Linux its process id
 *     namespace, which is a container's own
 * @param process the JVM's process
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Owner(String place, ProcessIdentity process) {
  /** The environment variable that names the owner of a process. */
  public static final String VARIABLE = "RUN_OF_OWNER";

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})-(\\d{1,18}(?:[.][0-9a-f-]{1,40})?)@([\\w.-]{1,200})");
  private static final String UNKNOWN = "unknown";
  private static final String HERE = thisPlace();

  /** This JVM. */
  public static Owner self() {
    return new Owner(HERE, ProcessIdentity.of(ProcessHandle.current()));
  }

  /** Reads the text; empty when it is not an owner's. */
  public static Optional<Owner> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    return parts.matches()
        ? Optional.of(
            new Owner(parts.group(3), ProcessIdentity.parse(parts.group(1), parts.group(2))))
        : Optional.empty();
  }

  /** Whether it is sure that this JVM is gone. */
  public boolean isGone() {
    return place.equals(HERE) && !place.equals(UNKNOWN) && process.find().isEmpty();
  }

  @Override
  public String toString() {
    return process.pid() + "-" + process.start() + "@" + place;
  }

  private static String thisPlace() {
    String place = (machine() + "." + namespace()).replaceAll("[^\\w.-]", "");
    return place.equals(".") ? UNKNOWN : place;
  }

  private static String machine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      // Not Linux. Not every process has a variable such as HOSTNAME.
      return ShortCommand.output(List.of("uname", "-n")).orElse("").strip();
    }
  }

  private static String namespace() {
    Path link = Path.of("/proc/self/ns/pid");
    try {
      return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
