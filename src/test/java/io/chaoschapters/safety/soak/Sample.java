package io.chaoschapters.safety.soak;

import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.safety.ResidentMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this JVM holds while nothing runs, as Linux and the JVM tell.
 *
 * @param heap live objects after a full collection, in KiB
 * @param nonHeap classes, compiled code and the like, in KiB
 * @param resident the process's memory, in KiB
 * @param threads of this JVM
 * @param handles files and sockets that it has open
 * @param processes that it has started, directly or not, and that still live
 */
record Sample(long heap, long nonHeap, long resident, long threads, long handles, long processes) {
  private static final int KIB = 1024;

  static Sample take() throws IOException {
    System.gc();
    var memory = ManagementFactory.getMemoryMXBean();
    return new Sample(
        memory.getHeapMemoryUsage().getUsed() / KIB,
        memory.getNonHeapMemoryUsage().getUsed() / KIB,
        ResidentMemory.kib("self"),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openHandles(),
        startedProcesses());
  }

  /** Processes that were started on behalf of this JVM, whoever their parent is by now. */
  static long startedProcesses() {
    String owned = Owner.VARIABLE + "=" + Owner.self();
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process.pid()).contains(owned))
        .count();
  }

  private static List<String> environment(long pid) {
    try {
      return List.of(
          Files.readString(
                  Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1)
              .split("\0"));
    } catch (IOException e) {
      return List.of(); // it has ended, or is somebody else's
    }
  }

  private static long openHandles() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count() - 1; // one is the look itself
    }
  }
}
