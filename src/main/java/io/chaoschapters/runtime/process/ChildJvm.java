package io.chaoschapters.runtime.process;

import io.chaoschapters.text.OutputCharset;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Writes the command line of a small child JVM.
 *
 * <p>The class path goes through an argument file: it may be longer than a command line can be.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChildJvm {
  private static final int FIRST_THAT_WARNS = 24;
  private static final String LOOPBACK = "localhost|127.*|[::1]";

  private ChildJvm() {}

  /**
   * The command line up to the main class.
   *
   * @param folder where the argument file is written, and the JVM's folder for temporary files
   */
  public static List<String> command(Class<?> main, Path folder, String... jvmArguments) {
    List<String> line = new ArrayList<>();
    line.add(program());
    line.addAll(defaults(jvmArguments));
    line.add("-Djava.io.tmpdir=" + folder);
    line.addAll(List.of(jvmArguments));
    line.add("@" + argumentFile(main, folder));
    line.add(main.getName());
    return line;
  }

  /** The {@code java} program that runs this JVM. */
  public static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> defaults(String... jvmArguments) {
    List<String> flags = new ArrayList<>(List.of("-XX:-UsePerfData")); // it leaves a file in /tmp
    // Libraries format what they log by the locale, and a diagnoser reads it.
    flags.addAll(List.of("-Duser.language=en", "-Duser.country="));
    flags.addAll(quiet(Runtime.version().feature()));
    addUnlessGiven("-Xmx", "96m", flags, jvmArguments);
    addUnlessGiven("-Xshare:", "auto", flags, jvmArguments);
    addUnlessGiven("-XX:TieredStopAtLevel=", "1", flags, jvmArguments);
    if (Arrays.stream(jvmArguments).noneMatch(given -> given.matches("-XX:\\+Use\\w+GC"))) {
      flags.add("-XX:+UseSerialGC");
    }
    addLoopbackToNonProxyHosts(flags, jvmArguments);
    return flags;
  }

  /**
   * Warnings of what libraries do would be in the component's log, where a diagnoser reads them.
   */
  private static List<String> quiet(int release) {
    return release < FIRST_THAT_WARNS
        ? List.of()
        : List.of(
            "-XX:+IgnoreUnrecognizedVMOptions", // some day the last one is gone
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * A child reads JAVA_TOOL_OPTIONS as this JVM has; a list of a user's own replaces the JDK's,
   * which has loopback in it, and would send what components say to each other to the proxy.
   */
  private static void addLoopbackToNonProxyHosts(List<String> flags, String... given) {
    for (String property : List.of("http.nonProxyHosts", "socksNonProxyHosts")) {
      String hosts = System.getProperty(property);
      if (hosts != null) {
        String list = hosts.isBlank() ? LOOPBACK : hosts + "|" + LOOPBACK;
        addUnlessGiven("-D" + property + "=", list, flags, given);
      }
    }
  }

  private static void addUnlessGiven(
      String flag, String value, List<String> flags, String... given) {
    if (Arrays.stream(given).noneMatch(argument -> argument.startsWith(flag))) {
      flags.add(flag + value);
    }
  }

  private static Path argumentFile(Class<?> main, Path folder) {
    String path =
        ClassPath.of(main).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    String quoted = "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    try {
      return Files.writeString(
          folder.resolve(main.getSimpleName() + ".args"),
          "-cp\n" + quoted + "\n",
          OutputCharset.ofTerminal());
    } catch (IOException e) {
      throw new UncheckedIOException("The class path could not be written to " + folder, e);
    }
  }
}
