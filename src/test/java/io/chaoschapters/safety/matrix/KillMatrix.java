package io.chaoschapters.safety.matrix;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Ends runs in the middle of their faults, in every way there is, and looks at what is left.
 *
 * <p>Arguments, each {@code name=value}: {@code times} (how often each cell is tried, default 2),
 * {@code ways}, {@code faults}, {@code runtimes} (comma-separated names; default all, and local),
 * {@code spread} (not every cell: so many faults for each way), {@code parallel} (how many victims
 * at once, default 2), {@code minutes} (begins nothing after so many; the next call goes on),
 * {@code fresh=true} (forgets what earlier calls found), {@code again=<why it will not go wrong
 * again>} (keeps the tries of every cell in which one went wrong, but counts them no longer),
 * {@code results} (the file that has the tries so far, default {@code
 * target/kill-matrix/results.tsv}), {@code page} (a file into which the table is written, between
 * its marks). Prints a table; ends with 1 when a cell is not full.
 */
public final class KillMatrix {
  private static final Path ROOT = Path.of("target", "kill-matrix");
  private static final int IN_ONE_SITTING = 10;

  private final Map<String, String> arguments;
  private final long deadline;

  private KillMatrix(Map<String, String> arguments) {
    this.arguments = arguments;
    this.deadline =
        System.nanoTime()
            + TimeUnit.MINUTES.toNanos(number("minutes", (int) TimeUnit.DAYS.toMinutes(1)));
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> named =
        Arrays.stream(arguments)
            .filter(argument -> argument.contains("="))
            .collect(
                Collectors.toMap(
                    a -> a.substring(0, a.indexOf('=')), a -> a.substring(a.indexOf('=') + 1)));
    System.exit(new KillMatrix(named).fill() ? 0 : 1);
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(arguments.getOrDefault(name, Integer.toString(otherwise)));
  }

  private List<String> names(String name, String otherwise) {
    return List.of(arguments.getOrDefault(name, otherwise).split(","));
  }

  private boolean fill() throws IOException, InterruptedException {
    Workshop shop = Workshop.open(Files.createDirectories(ROOT));
    Path file = Path.of(arguments.getOrDefault("results", ROOT.resolve("results.tsv").toString()));
    if (arguments.containsKey("fresh")) {
      Files.deleteIfExists(file);
    }
    if (arguments.containsKey("again")) {
      Results.supersedeBadCells(file, arguments.get("again"));
    }
    Results results = Results.in(file, Commit.current());
    List<Cell> cells = cells();
    int times = number("times", 2);
    List<Runnable> jobs = jobs(shop, results, cells, times);
    ExecutorService threads = Executors.newFixedThreadPool(number("parallel", 2));
    jobs.forEach(
        job ->
            threads.execute(
                () -> {
                  if (System.nanoTime() < deadline) {
                    job.run();
                  }
                }));
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.DAYS);
    System.out.println();
    results.table(cells).forEach(System.out::println);
    List<Cell> open = cells.stream().filter(cell -> !isFull(results.of(cell), times)).toList();
    System.out.println(
        open.isEmpty()
            ? "Every cell is full."
            : RootLocale.format("%d of %d cells are not full.", open.size(), cells.size()));
    if (arguments.containsKey("page")) {
      new ResultsPage(Path.of(names("page", "").get(0))).write(results, cells, times);
    }
    return open.isEmpty();
  }

  private List<Cell> cells() {
    List<Cell> all = Cell.all(ways(), faults(), names("runtimes", "local"));
    return arguments.containsKey("spread") ? Cell.spread(all, number("spread", 1)) : all;
  }

  static boolean isFull(Results.Count count, int times) {
    return count.good() >= times && count.good() == count.tries();
  }

  private List<Way> ways() {
    return arguments.containsKey("ways")
        ? names("ways", "").stream().map(Way::valueOf).toList()
        : List.of(Way.values());
  }

  private List<VictimFault> faults() {
    return arguments.containsKey("faults")
        ? names("faults", "").stream().map(VictimFault::valueOf).toList()
        : List.of(VictimFault.values());
  }

  /** In rounds, so that a call that ends early has tried all cells about equally often. */
  private static List<Runnable> jobs(Workshop shop, Results results, List<Cell> cells, int times) {
    List<Runnable> jobs = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      int before = round;
      List<Cell> missing =
          cells.stream().filter(cell -> results.of(cell).tries() <= before).toList();
      jobs.addAll(round(shop, results, missing));
    }
    return jobs;
  }

  private static List<Runnable> round(Workshop shop, Results results, List<Cell> cells) {
    List<Runnable> longest = new ArrayList<>();
    List<Runnable> jobs = new ArrayList<>();
    Map<String, List<Cell>> sittings = new LinkedHashMap<>();
    for (Cell cell : cells) {
      Runnable one = () -> new Tries(shop, results).one(cell);
      switch (cell.way().kind()) {
        case IN_PROCESS -> {
          String cluster = cell.fault().subject() + cell.runtime() + cell.fault().agentsIsolation();
          sittings.computeIfAbsent(cluster, key -> new ArrayList<>()).add(cell);
        }
        case HEADLESS, UNGUARDED -> longest.add(one);
        default -> jobs.add(one);
      }
    }
    for (List<Cell> all : sittings.values()) {
      Collections.shuffle(all);
      for (int from = 0; from < all.size(); from += IN_ONE_SITTING) {
        List<Cell> some = all.subList(from, Math.min(all.size(), from + IN_ONE_SITTING));
        jobs.add(() -> new Sitting(shop, results).play(some));
      }
    }
    Collections.shuffle(longest);
    Collections.shuffle(jobs);
    longest.addAll(jobs); // so that nobody waits for one of them in the end
    return longest;
  }
}
