package io.chaoschapters.subjects.tikv.service.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads which families a page has. A line that begins with a tab belongs to the family above it and
 * stands for all combinations of its labels: {@code <tab>cf=default|lock<tab>type=hit|miss} are
 * four series. The label {@code le} lists the buckets of histograms.
 */
final class FamilyFile {
  private FamilyFile() {}

  static List<Family> read(String resource) {
    List<Family> families = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(FamilyFile.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String[] head = {};
      List<String> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("\t")) {
          rows.add(line.substring(1));
        } else {
          add(families, head, rows);
          head = line.split(" ", 3);
          rows.clear();
        }
      }
      add(families, head, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
    return families;
  }

  private static void add(List<Family> families, String[] head, List<String> rows) {
    if (head.length < 2) {
      return;
    }
    List<String> series = new ArrayList<>();
    List<List<String>> buckets = new ArrayList<>();
    for (String row : rows) {
      List<String> labels = new ArrayList<>(List.of(""));
      List<String> bounds = List.of();
      for (String part : row.isEmpty() ? new String[0] : row.split("\t")) {
        int equals = part.indexOf('=');
        String name = part.substring(0, equals);
        String[] values = part.substring(equals + 1).split("\\|", -1);
        if (name.equals("le")) {
          bounds = List.of(values);
        } else {
          labels = combine(labels, name, values);
        }
      }
      for (String one : labels) {
        series.add(one);
        buckets.add(bounds);
      }
    }
    families.add(new Family(head[0], head[1], head.length > 2 ? head[2] : "", series, buckets));
  }

  private static List<String> combine(List<String> before, String name, String[] values) {
    List<String> after = new ArrayList<>(before.size() * values.length);
    for (String first : before) {
      for (String value : values) {
        String label = name + "=\"" + value + '"';
        after.add(first.isEmpty() ? label : first + ',' + label);
      }
    }
    return after;
  }
}
