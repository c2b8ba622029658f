package io.chaoschapters.safety.matrix;

import io.chaoschapters.safety.victims.HangingProvider;
import io.chaoschapters.safety.victims.LimiterVictim;
import io.chaoschapters.safety.victims.ShopVictim;
import io.chaoschapters.safety.victims.StoreVictim;
import io.chaoschapters.safety.victims.VictimMain;
import io.chaoschapters.text.RootLocale;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Where the matrix works, and what every victim is started with. */
final class Workshop {
  private final Path root;
  private final Path extra;

  private Workshop(Path root) {
    this.root = root;
    this.extra = root.resolve("classes");
  }

  /**
   * Makes what only victims have on their class path: services, and a class that live shows find.
   */
  static Workshop open(Path root) throws IOException {
    Workshop shop = new Workshop(root.toAbsolutePath());
    Path services = Files.createDirectories(shop.extra.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.chaoschapters.subject.Subject"),
        Stream.<Class<?>>of(LimiterVictim.class, StoreVictim.class, ShopVictim.class)
            .map(victim -> victim.getName() + "\n")
            .collect(Collectors.joining()));
    Files.writeString(
        services.resolve("io.chaoschapters.diagnosis.DiagnoserProvider"),
        HangingProvider.class.getName() + "\n");
    for (VictimFault fault :
        List.of(VictimFault.BURST, VictimFault.EVICT_LEADERS, VictimFault.COMMANDS)) {
      shop.compile(fault);
    }
    return shop;
  }

  private void compile(VictimFault fault) throws IOException {
    String name = fault.chapters().getSimpleName() + "Chapters";
    Path source = root.resolve(name + ".java");
    Files.writeString(
        source,
        RootLocale.format(
            """
        package io.chaoschapters.safety.victims;

        @io.chaoschapters.ChaosDemo(subject = "%s")
        public class %s extends %s {}
        """,
            fault.subject(), name, fault.chapters().getSimpleName()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(
            null,
            System.out,
            System.err,
            "-proc:none",
            "-d",
            extra.toString(),
            "-cp",
            classPath(),
            source.toString());
    if (code != 0) {
      throw new IOException("The compiler does not accept " + source);
    }
  }

  /** Victims have a working folder of their own. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A folder for one try, with a folder for temporary files in it. */
  Path folder(String name) throws IOException {
    Path tries = Files.createDirectories(root.resolve("tries"));
    Path folder = Files.createTempDirectory(tries, name + "-");
    Files.createDirectories(folder.resolve("tmp"));
    return folder;
  }

  /** Removes a try's folder and all in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** On the class path of victims only. */
  Path extraClasses() {
    return extra;
  }

  /** The settings of a victim, as system properties. */
  static List<String> settings(Path folder, Cell cell) {
    Map<String, String> all = new TreeMap<>();
    all.put("subject", cell.fault().subject());
    all.put("chapters.output", output(folder, cell).toString());
    all.put("chapters.runtime", cell.runtime());
    all.put("chapters.poll", "300");
    all.put("chapters.prometheus", "embedded");
    all.put("chapters.ai.timeout", "400");
    if (cell.fault().agentsIsolation() == null) {
      all.put("chapters.ai", HangingProvider.ID);
    } else {
      all.put("chapters.ai", VictimAgent.ID);
      all.put("chapters.ai.agent", VictimAgent.file(folder).toString());
    }
    List<String> arguments = new ArrayList<>();
    all.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
    arguments.add(cell.way().mischief().argument());
    return arguments;
  }

  /** Options of a JVM that starts often, and leaves nothing elsewhere by itself. */
  static String frugal(Path temporary) {
    // The file for performance counters under /tmp outlives a SIGKILL until the next JVM.
    return "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Djava.io.tmpdir="
        + temporary;
  }

  /** A command line of a JVM whose own temporary files go into the folder. */
  List<String> java(Path folder, Cell cell, String main) {
    // What starts this JVM may have set it to ignore signals.
    List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT,TERM,HUP"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xmx192m");
    line.addAll(List.of(frugal(folder.resolve("tmp")).split(" ")));
    line.addAll(settings(folder, cell));
    line.addAll(List.of("-cp", extra + File.pathSeparator + classPath(), main));
    return line;
  }

  /** A command line that plays a cell's chapter. */
  List<String> played(Cell cell, Path folder) {
    List<String> command = java(folder, cell, VictimMain.class.getName());
    command.add(cell.fault().chapters().getName());
    command.add(cell.fault().method() + ":" + cell.way().mischief());
    return command;
  }

  /** Where a try's run leaves its artifacts; a disk of its own where it is to be filled. */
  static Path output(Path folder, Cell cell) {
    return folder.resolve(cell.way() == Way.DISK_FULL ? "disk/out" : "out");
  }
}
