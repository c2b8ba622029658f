package io.chaoschapters.runtime.process;

/**
 * The fields of {@code /proc/<pid>/stat}. Needs nothing but the JDK: the guard uses it too.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcStat {
  private ProcStat() {}

  /**
   * Those after the process's name, which may hold anything, spaces and parentheses too; none when
   * the text is no such line.
   */
  static String[] afterName(String stat) {
    int nameEnds = stat.lastIndexOf(')');
    return nameEnds < 0 ? new String[0] : stat.substring(nameEnds + 1).strip().split(" ");
  }
}
