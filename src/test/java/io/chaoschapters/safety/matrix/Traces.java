package io.chaoschapters.safety.matrix;

import io.chaoschapters.safety.ListeningSockets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a victim has of the machine while it is alive, and what of it is left afterwards. */
final class Traces {
  /** The guard promises two seconds; a machine with other work to do may take longer. */
  private static final Duration CLEANING_TAKES = Duration.ofSeconds(20);

  private final String runtime;
  private final Path folder;
  private final String owner;
  private final List<ListeningSockets.Listener> listeners;

  /**
   * Made while the victim is alive.
   *
   * @param folder the try's; every victim has it on its command line
   * @param owner whom the run's processes and containers belong to
   * @param jvm the victim's JVM
   */
  Traces(String runtime, Path folder, String owner, ProcessHandle jvm) throws Exception {
    this.runtime = runtime;
    this.folder = folder;
    this.owner = owner;
    this.listeners = new ArrayList<>(ListeningSockets.ofTree(jvm));
    if (runtime.equals("docker")) {
      listeners.addAll(ListeningSockets.on(Containers.ports(owner)));
    }
  }

  String owner() {
    return owner;
  }

  /** What is left once the victim has ended; each thing is a sentence. */
  List<String> left() throws Exception {
    List<String> problems = new ArrayList<>();
    try {
      Patience.await("end of everything", CLEANING_TAKES, () -> running().isEmpty());
    } catch (TimeoutException e) {
      running().forEach(left -> problems.add("left: " + left));
    }
    for (ListeningSockets.Listener listener : listeners) {
      if (ListeningSockets.isOpen(listener)) {
        problems.add("held: port " + listener.port());
      }
    }
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      left.forEach(file -> problems.add("left: temporary " + file.getFileName()));
    }
    return problems;
  }

  private List<String> running() throws Exception {
    List<String> running = new ArrayList<>();
    Owned.of(owner, folder).forEach(process -> running.add(process.toString()));
    if (running.isEmpty() && runtime.equals("docker")) {
      Containers.of(owner).forEach(container -> running.add("container " + container));
      Containers.networks(owner).forEach(network -> running.add("network " + network));
    }
    return running;
  }
}
