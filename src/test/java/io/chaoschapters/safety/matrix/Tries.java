package io.chaoschapters.safety.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One try: a victim is started, struck in the middle of its fault, and looked after. */
final class Tries {
  private static final int MISSES = 4;

  private final Workshop shop;
  private final Results results;

  Tries(Workshop shop, Results results) {
    this.shop = shop;
    this.results = results;
  }

  /** Never throws: a try that cannot be made is a bad one. */
  void one(Cell cell) {
    try {
      Outcome outcome = hit(cell);
      results.add(cell, outcome.problems(), outcome.seconds());
    } catch (Exception e) {
      results.add(cell, List.of(String.valueOf(e)), 0);
    }
  }

  /** Tried again when it was missed, and told so. */
  private Outcome hit(Cell cell) throws Exception {
    for (int i = 1; i < MISSES; i++) {
      try {
        return once(cell);
      } catch (MissedException e) {
        System.out.printf(Locale.ROOT, "%-60s missed: %s%n", cell, e.getMessage());
      }
    }
    return once(cell);
  }

  private Outcome once(Cell cell) throws Exception {
    Path folder = shop.folder(cell.way().name() + "-" + cell.fault().name());
    VictimAgent.write(folder, cell);
    Outcome outcome =
        switch (cell.way().kind()) {
          case LIVE -> new LiveTry(shop).make(cell, folder);
          case MAVEN -> new MavenTry(shop).make(cell, folder);
          case UNGUARDED -> new UnguardedTry(shop).make(cell, folder);
          default -> new HeadlessTry(shop).make(cell, folder);
        };
    if (outcome.problems().isEmpty()) {
      Workshop.remove(folder); // what went wrong is kept, to be looked at
    }
    return outcome;
  }
}
