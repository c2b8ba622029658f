package io.chaoschapters.trials.statistics;

/** Natural logarithms of factorials and of what is made of them. */
final class LogFactorial {
  private static final int TABLE_SIZE = 2048;
  private static final double[] TABLE = table();

  private LogFactorial() {}

  private static double[] table() {
    double[] table = new double[TABLE_SIZE];
    for (int n = 1; n < TABLE_SIZE; n++) {
      table[n] = table[n - 1] + Math.log(n);
    }
    return table;
  }

  static double of(int n) {
    if (n < TABLE_SIZE) {
      return TABLE[n];
    }
    // Stirling's series; the first term that is left out is below 1e-19 from here on.
    double x = n + 1.0;
    double series = 1 / (12 * x) - 1 / (360 * x * x * x);
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
  }

  static double choose(int n, int k) {
    return of(n) - of(k) - of(n - k);
  }
}
