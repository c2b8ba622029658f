package io.chaoschapters.subjects.tikv.service.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page with all families of the real one, so that it is as large and as slow to read. What the
 * stand-in measures has values; everything else is 0 and never changes.
 *
 * <p>Families are added before the first page is made. Pages may be made by any thread.
 */
public final class MetricsPage {
  private final String resource;
  private final Map<String, LiveFamily> live = new TreeMap<>();
  private List<Part> parts = List.of();

  /** A piece of the page: constant, or made anew each time. */
  private record Part(byte[] constant, LiveFamily changing) {}

  /**
   * Makes a page.
   *
   * @param resource the file that lists the families, beside {@code service}
   */
  public MetricsPage(String resource) {
    this.resource = resource;
  }

  /** Adds a family that is measured. */
  public MetricsPage add(LiveFamily family) {
    live.put(family.name(), family);
    return this;
  }

  /** The page at this moment. */
  public byte[] bytes() {
    ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 20);
    for (Part part : parts()) {
      page.writeBytes(part.constant());
      StringBuilder text = new StringBuilder();
      part.changing().write(text);
      page.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return page.toByteArray();
  }

  /** What never changes is written once, when the page is first asked for. */
  private synchronized List<Part> parts() {
    if (parts.isEmpty()) {
      parts = layOut();
    }
    return parts;
  }

  private List<Part> layOut() {
    TreeMap<String, Family> listed = new TreeMap<>();
    FamilyFile.read(resource).forEach(family -> listed.put(family.name(), family));
    TreeMap<String, Boolean> names = new TreeMap<>();
    listed.keySet().forEach(name -> names.put(name, live.containsKey(name)));
    live.keySet().forEach(name -> names.put(name, true));
    List<Part> laidOut = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    for (Map.Entry<String, Boolean> name : names.entrySet()) {
      Family family = listed.get(name.getKey());
      if (name.getValue()) {
        LiveFamily changing = live.get(name.getKey()).beside(family);
        laidOut.add(new Part(bytes(constant), changing));
        constant.setLength(0);
      } else {
        family.head(constant);
        family.zeros(constant, List.of());
      }
    }
    laidOut.add(new Part(bytes(constant), LiveFamily.NONE));
    return List.copyOf(laidOut);
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
