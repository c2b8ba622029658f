package io.chaoschapters.runtime;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/** The folder, ports and peers that the local runtime assigns to a process before it starts. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ProcessPlace {
  /** The loopback port chosen for a named port; the process must listen on it. */
  int port(String name);

  /**
   * Where a port of another component answers for this one, whether that one has started or not:
   * one that is started together with it, or was before.
   *
   * @throws IllegalArgumentException when there is no such component or port
   */
  Endpoint peer(String component, String port);

  /** A folder of its own, kept over a restart and removed with the runtime. */
  Path folder();

  /**
   * The beginning of a command line that runs a class of this JVM's class path in a small child
   * JVM; program arguments are appended to it.
   *
   * @param jvmArguments more arguments for the JVM, such as {@code -Xmx64m}
   */
  List<String> java(Class<?> main, String... jvmArguments);
}
