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
          if (fault.runtimes().contains(runtime)) {
            cells.add(new Cell(way, fault, runtime));
          }
        }
      }
    }
    return cells;
  }

  @Override
  public String toString() {
    return way.words() + " × " + fault.words() + " × " + runtime;
  }
}
