package io.chaoschapters.chaos;

import java.nio.file.Path;

/** A program that ends while its fault is active. */
final class ExitInTheMiddle {
  private ExitInTheMiddle() {}

  /**
   * Begins an experiment and ends this JVM.
   *
   * @param args the folder for journal and ledger
   */
  public static void main(String[] args) {
    ChaosHarness chaos = new ChaosHarness(Path.of(args[0]));
    chaos.begin("long-flood");
    System.exit(7);
  }
}
