package io.chaoschapters.stage.chart;

import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.Quantity;
import io.chaoschapters.run.view.Sample;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One signal: a row of words, its course on a fixed scale with the limit drawn in, and a row that
 * marks faults. A value above the scale has an arrow for its top, so that it cannot hide; one below
 * zero is drawn by its size, on an arrow that points down.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SignalChart {
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final String ASCII_EIGHTHS = " ..::||##";
  private static final int STEPS = 8;
  private static final int ROWS_WITH_MARKS = 4;

  private final Canvas canvas;
  private final SignalTrack track;
  private final double scale;
  private final double limit;
  private final double[] values;
  private final double[] times;

  private SignalChart(Canvas canvas, SignalTrack track, Charts charts, double now) {
    this.canvas = canvas;
    this.track = track;
    this.limit = charts.limitOf(track);
    this.scale = charts.scaleOf(track);
    this.values = new double[Math.max(1, canvas.width() - 1)];
    this.times = new double[Math.max(1, canvas.width() - 1)];
    place(charts.run().facts().pollSeconds(), now);
  }

  /**
   * Draws it.
   *
   * @param now the present, in seconds since the run started
   */
  public static void draw(Canvas canvas, SignalTrack track, Charts charts, double now) {
    SignalChart chart = new SignalChart(canvas, track, charts, now);
    boolean marks = canvas.height() >= ROWS_WITH_MARKS;
    chart.head();
    int rows = canvas.height() - (marks ? 2 : 1);
    chart.course(canvas.part(0, 1, canvas.width(), rows));
    Canvas markRow =
        marks ? canvas.below(canvas.height() - 1) : canvas.part(0, 1, canvas.width(), 1);
    chart.faults(markRow, charts.run().faults(), marks);
  }

  /** Puts each point into a column: the newest at the right, one poll a column. */
  private void place(double period, double now) {
    Arrays.fill(values, Double.NEGATIVE_INFINITY);
    List<Sample> samples = track.samples();
    double newest = samples.isEmpty() ? now : samples.get(samples.size() - 1).at();
    int shift = (int) Math.max(0, Math.floor((now - newest) / period));
    int last = values.length - 1;
    for (int column = 0; column <= last; column++) {
      times[column] = newest - (last - shift - column) * period;
    }
    for (Sample sample : samples) {
      int column = last - shift - (int) Math.round((newest - sample.at()) / period);
      if (column >= 0 && column <= last) {
        boolean notYet = sample.isNotYet(track.signal().id());
        double value = notYet ? Double.NEGATIVE_INFINITY : track.value(sample);
        values[column] = merge(values[column], value);
      }
    }
  }

  /** The larger of two values in one column; a known value wins over an unknown one. */
  private static double merge(double one, double other) {
    if (Double.isNaN(one) || one == Double.NEGATIVE_INFINITY) {
      return Double.isNaN(one) && other == Double.NEGATIVE_INFINITY ? one : other;
    }
    return Double.isNaN(other) ? one : Math.max(one, other);
  }

  private void head() {
    double latest = track.latest();
    String unit = track.signal().unit();
    boolean over = latest > limit;
    int column = canvas.text(0, 0, track.signal().label() + "  ", Tone.TEXT);
    if (track.isNotYet()) {
      column = canvas.text(column, 0, canvas.symbols().pick("○", "-") + " not yet", Tone.MUTED);
    } else {
      String value = Double.isNaN(latest) ? unknown(column) : Quantity.words(latest, unit);
      column = canvas.text(column, 0, value, over ? Tone.BAD : Tone.STRONG);
    }
    if (!Double.isNaN(limit)) {
      String sign = canvas.symbols().pick("▲ over", "! over");
      String words = (over ? "  " + sign + " limit " : "  limit ") + Quantity.bare(limit, unit);
      column = canvas.text(column, 0, words, over ? Tone.BAD : Tone.LIMIT);
    }
    String top = Quantity.bare(scale, unit);
    String range = (track.signal().scaleMax() > 0 ? "scale 0 to " : "grows, 0 to ") + top;
    boolean fits = column + 2 + range.length() <= canvas.width();
    String shown = fits ? range : "0 to " + top;
    if (column + 2 + shown.length() <= canvas.width()) {
      canvas.textRight(0, shown, Tone.MUTED);
    }
  }

  /** With the reason, where there is room for it. */
  private String unknown(int column) {
    String plain = "? unknown";
    String why = track.why();
    boolean told = !why.isEmpty() && Double.isNaN(limit);
    boolean fits = column + TextLayout.width(plain + ": " + why) <= canvas.width();
    return told && fits ? plain + ": " + why : plain;
  }

  private void course(Canvas area) {
    int limitRow =
        limit > 0 && limit <= scale
            ? area.height() - 1 - (int) Math.min(area.height() - 1, limit / scale * area.height())
            : -1;
    if (limitRow >= 0) {
      area.set(values.length, limitRow, canvas.symbols().pick('◂', '<'), Tone.LIMIT);
    }
    for (int column = 0; column < values.length; column++) {
      if (limitRow >= 0) {
        area.set(column, limitRow, canvas.symbols().pick('┄', '-'), Tone.LIMIT);
      }
      bar(area, column);
    }
  }

  private void bar(Canvas area, int column) {
    double value = values[column];
    int bottom = area.height() - 1;
    if (value == Double.NEGATIVE_INFINITY) {
      return;
    }
    if (Double.isNaN(value)) {
      area.set(column, bottom, '?', Tone.UNSURE);
      return;
    }
    Tone tone = value > limit || value < 0 ? Tone.BAD : Tone.CHART;
    double share = Math.min(1, Math.abs(value) / scale);
    int steps = (int) Math.round(share * area.height() * STEPS);
    if (value != 0) {
      steps = Math.max(1, steps);
    }
    for (int row = 0; row <= bottom && steps > 0; row++) {
      area.set(column, bottom - row, eighth(Math.min(STEPS, steps)), tone);
      steps -= STEPS;
    }
    if (value > scale) {
      area.set(column, 0, canvas.symbols().pick('▲', '^'), tone);
    }
    if (value < 0) {
      area.set(column, bottom, canvas.symbols().pick('▼', 'v'), tone);
    }
  }

  private char eighth(int steps) {
    return canvas.symbols().pick(EIGHTHS.charAt(steps), ASCII_EIGHTHS.charAt(steps));
  }

  /** A row of its own shows each fault as a span; without one, its start and end are marked. */
  private void faults(Canvas row, List<FaultView> faults, boolean ownRow) {
    for (FaultView fault : faults) {
      double from = fault.injectedAt();
      boolean lasts = !fault.isOver();
      if (!fault.wasInjected() || !lasts && fault.endedAt() < times[0]) {
        continue;
      }
      // Marked at the last value before it, so that the mark does not hide what the fault did.
      int first = Math.max(0, lastColumn(from));
      int end = lasts ? values.length - 1 : Math.max(first, lastColumn(fault.endedAt()));
      if (ownRow) {
        span(row, first, end, lasts);
      } else {
        ends(row, first, end, from >= times[0], lasts);
      }
    }
  }

  private static void ends(Canvas row, int first, int end, boolean begins, boolean lasts) {
    Symbols symbols = row.symbols();
    if (begins) {
      row.set(first, 0, symbols.pick('┣', '['), Tone.BAD);
    }
    if (!lasts) {
      row.set(end, 0, symbols.pick('┫', ']'), Tone.BAD);
    }
    if (begins && !lasts && first == end) {
      row.set(end, 0, symbols.pick('┃', '|'), Tone.BAD);
    }
  }

  private void span(Canvas row, int first, int end, boolean lasts) {
    Symbols symbols = canvas.symbols();
    for (int column = first; column <= end; column++) {
      row.set(column, 0, symbols.pick('━', '='), Tone.BAD);
    }
    ends(row, first, end, first > 0, lasts);
    if (end - first >= 7) {
      row.part(first + 1, 0, end - first, 1).text(0, 0, " fault ", Tone.BAD);
    }
  }

  private int lastColumn(double time) {
    for (int column = times.length - 1; column >= 0; column--) {
      if (times[column] <= time) {
        return column;
      }
    }
    return -1;
  }
}
