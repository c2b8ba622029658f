package io.chaoschapters.subjects.tikv.service.metrics;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A family that is measured; it is absent from the page as long as it has no series. */
public final class LiveFamily {
  static final LiveFamily NONE = new LiveFamily("", "", "", List.of(), samples -> {}, "");

  private final String name;
  private final String type;
  private final String help;
  private final List<String> replaced;
  private final Consumer<Samples> source;
  private final String zeros;

  private LiveFamily(
      String name,
      String type,
      String help,
      List<String> replaced,
      Consumer<Samples> source,
      String zeros) {
    this.name = name;
    this.type = type;
    this.help = help;
    this.replaced = replaced;
    this.source = source;
    this.zeros = zeros;
  }

  /** Takes what is measured at the moment. */
  public interface Samples {
    /**
     * One value.
     *
     * @param suffix behind the family's name, such as {@code _count}, or an empty text
     * @param labels such as {@code type="leader"}, or an empty text
     */
    void value(String suffix, String labels, double value);
  }

  /** A family of which all series are measured. */
  public static LiveFamily of(String name, String type, String help, Consumer<Samples> source) {
    return new LiveFamily(name, type, help, List.of(), source, "");
  }

  /**
   * A family of which some series are measured, and the others of the real page are 0.
   *
   * @param measured the labels of those that are
   */
  public static LiveFamily among(
      String name, String type, String help, List<String> measured, Consumer<Samples> source) {
    return new LiveFamily(name, type, help, List.copyOf(measured), source, "");
  }

  String name() {
    return name;
  }

  /** With the series of the real page that are not measured here. */
  LiveFamily beside(@Nullable Family real) {
    if (real == null || replaced.isEmpty()) {
      return this;
    }
    StringBuilder others = new StringBuilder();
    real.zeros(others, replaced);
    return new LiveFamily(name, type, help, replaced, source, others.toString());
  }

  void write(StringBuilder page) {
    StringBuilder lines = new StringBuilder(zeros);
    source.accept(
        (suffix, labels, value) -> Family.line(lines, name + suffix, labels, number(value)));
    if (lines.isEmpty()) {
      return;
    }
    page.append("# HELP ").append(name).append(' ').append(help).append('\n');
    page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    page.append(lines);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
