package io.chaoschapters.subjects.tikv.service.metrics;

import java.util.List;

/**
 * Metrics of one name.
 *
 * @param type {@code counter}, {@code gauge} or {@code histogram}
 * @param series the labels of each, such as {@code type="leader"}; for a histogram without its
 *     buckets
 * @param buckets the upper bounds of each histogram's buckets, in the order of the series
 */
record Family(
    String name, String type, String help, List<String> series, List<List<String>> buckets) {
  Family {
    series = List.copyOf(series);
    buckets = List.copyOf(buckets);
  }

  boolean isHistogram() {
    return type.equals("histogram");
  }

  void head(StringBuilder page) {
    page.append("# HELP ").append(name).append(' ').append(help).append('\n');
    page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  /** All its series but some, each 0: nothing of the kind has happened here. */
  void zeros(StringBuilder page, List<String> but) {
    for (int i = 0; i < series.size(); i++) {
      String labels = series.get(i);
      if (but.contains(labels)) {
        continue;
      }
      if (!isHistogram()) {
        line(page, name, labels, "0");
        continue;
      }
      for (String bound : buckets.get(i)) {
        String le = "le=\"" + bound + '"';
        line(page, name + "_bucket", labels.isEmpty() ? le : labels + ',' + le, "0");
      }
      line(page, name + "_sum", labels, "0");
      line(page, name + "_count", labels, "0");
    }
  }

  static void line(StringBuilder page, String name, String labels, String value) {
    page.append(name);
    if (!labels.isEmpty()) {
      page.append('{').append(labels).append('}');
    }
    page.append(' ').append(value).append('\n');
  }
}
