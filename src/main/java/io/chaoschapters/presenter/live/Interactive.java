package io.chaoschapters.presenter.live;

import java.io.IOException;

/**
 * Tells whether a terminal is at this program's input and output.
 *
 * <p>A process whose output is piped may still have a terminal that controls it; drawing there
 * would leave the pipe empty. The operating system is asked, because {@code System.console()} means
 * different things in different versions of Java.
 */
final class Interactive {
  private Interactive() {}

  static boolean isTerminal() throws InterruptedException {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 0 && test -t 1").inheritIO().start().waitFor()
          == 0;
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(Interactive.class).debug("There is no shell to ask", e);
      return false;
    }
  }
}
