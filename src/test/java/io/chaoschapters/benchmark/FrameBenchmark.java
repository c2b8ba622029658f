package io.chaoschapters.benchmark;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.text.Symbols;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long a frame takes to draw. The goal for 200 x 60 is 5 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameBenchmark {
  private static final double MICROS_PER_MILLI = 1000;

  private final Theme theme = new Theme(Palette.DARK, Symbols.UNICODE);
  private final RunView run = Shows.answered().view();

  /** A frame of 200 x 60 in the middle of a fault, with an answer. */
  @Benchmark
  public Frame drawFrame() {
    return FrameRenderer.draw(run, ViewState.initial(), 200, 60, theme, 27.5);
  }

  /**
   * Measures it and prints the figure.
   *
   * @param quick whether it is enough to show that the benchmark works
   */
  static void report(boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder().include(FrameBenchmark.class.getName() + "\\.");
    if (quick) {
      options
          .warmupIterations(1)
          .warmupTime(TimeValue.milliseconds(100))
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(100));
    }
    double micros = new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    System.out.printf(
        Locale.ROOT, "%na frame of the stage at 200 x 60: %.2f ms%n", micros / MICROS_PER_MILLI);
  }
}
