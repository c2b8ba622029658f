package io.chaoschapters.safety.matrix;

import java.util.ArrayList;
import java.util.List;

/** A way out of a fault on a runtime. */
record Cell(Way way, VictimFault fault, String runtime) {

  /** All there are of these. */
  static List<Cell> all(List<Way> ways, List<VictimFault> faults, List<String> runtimes) {
    List<Cell> cells = new ArrayList<>();
    for (String runtime : runtimes) {
      for (VictimFault fault : faults) {
        for (Way way : ways) {
          if (fault.runtimes().contains(runtime) && fault.fits(way)) {
            cells.add(new Cell(way, fault, runtime));
          }
        }
      }
    }
    return cells;
  }

  /**
   * So many for each way on each runtime, of faults that follow each other round, so that every
   * fault comes as often as the others.
   */
  static List<Cell> spread(List<Cell> all, int each) {
    List<Cell> some = new ArrayList<>();
    for (String runtime : all.stream().map(Cell::runtime).distinct().toList()) {
      int next = 0;
      for (Way way : all.stream().map(Cell::way).distinct().toList()) {
        List<Cell> row =
            all.stream().filter(c -> c.way() == way && c.runtime().equals(runtime)).toList();
        for (int i = 0; i < Math.min(each, row.size()); i++) {
          some.add(row.get(next++ % row.size()));
        }
      }
    }
    return some;
  }

  @Override
  public String toString() {
    return way.words() + " × " + fault.words() + " × " + runtime;
  }
}
