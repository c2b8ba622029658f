package io.chaoschapters.runtime.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The marks that processes carry in their environments: the variables of this tool. Needs nothing
 * but the JDK: the guard uses it too.
 *
 * <p>Linux tells environments in {@code /proc}; elsewhere {@code ps} shows them behind the command
 * line, to the user whose processes they are.
 *
 * @see <a
 *     href="https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html">proc_pid_environ(5)</a>
 */
final class ProcessMarks {
  private static final String PREFIX = "RUN_OF_";
  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/environ"));

  /** Values of ours hold no space. */
  private static final Pattern MARK = Pattern.compile("(?<=\\s)" + PREFIX + "[A-Z]+=\\S*");

  private static final Pattern LINE = Pattern.compile("\\s*(\\d+)\\s(.*)");

  private ProcessMarks() {}

  /** Marks by process id, each as {@code NAME=value}; processes without marks are left out. */
  static Map<Long, List<String>> all() {
    return HAS_PROC ? ofProc() : ofPs(psCommand(System.getProperty("os.name", "")));
  }

  private static Map<Long, List<String>> ofProc() {
    Map<Long, List<String>> found = new LinkedHashMap<>();
    ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .forEach(
            pid -> put(pid, Stream.of(environment(pid)).filter(v -> v.startsWith(PREFIX)), found));
    return found;
  }

  private static String[] environment(long pid) {
    Path environment = PROC.resolve(Long.toString(pid)).resolve("environ");
    try {
      return Files.readString(environment, StandardCharsets.ISO_8859_1).split("\0");
    } catch (IOException e) {
      return new String[0]; // it has ended, or belongs to another user
    }
  }

  /** All processes of this user, untruncated, with their environments. */
  static List<String> psCommand(String system) {
    return system.toLowerCase(Locale.ROOT).contains("mac")
        ? List.of("ps", "-x", "-E", "-ww", "-o", "pid=", "-o", "command=")
        : List.of("ps", "xeww", "-o", "pid=", "-o", "command=");
  }

  /** Without a ps, processes cannot be told apart. */
  static Map<Long, List<String>> ofPs(List<String> command) {
    return ShortCommand.output(command).map(ProcessMarks::inTable).orElse(Map.of());
  }

  static Map<Long, List<String>> inTable(String table) {
    Map<Long, List<String>> found = new LinkedHashMap<>();
    for (String row : table.split("\\R")) {
      Matcher line = LINE.matcher(row);
      if (line.matches()) {
        Stream<String> marks = MARK.matcher(' ' + line.group(2)).results().map(MatchResult::group);
        put(Long.parseLong(line.group(1)), marks, found);
      }
    }
    return found;
  }

  private static void put(long pid, Stream<String> marks, Map<Long, List<String>> into) {
    List<String> carried = marks.toList();
    if (!carried.isEmpty()) {
      into.put(pid, carried);
    }
  }
}
