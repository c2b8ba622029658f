package io.chaoschapters.subject.yaml;

import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import java.nio.charset.StandardCharsets;

/** A small file in which every kind of entry is there once, to be spoiled line by line. */
final class ShopFile {
  static final String NAME = "subjects/shop.yaml";

  static final String TEXT =
      """
      subject: shop
      title: A shop with two tills
      components:
        till-{1..2}:
          role: till
          java: io.chaoschapters.subject.yaml.Till
          command: ["{port.http}", "{folder}", "{till-1.port.http}", "{till-2.port.http}"]
          environment: {SHOP_NAME: "{id}", OTHER: "{till-2.port.http}"}
          files: {notes/hello.txt: "I am {id}, number {n}"}
          ports: [http]
          probe: {http: http/health, serving: 200, degraded: 503}
          metrics: http/metrics
      signals:
        orders: {http: http/state, pointer: /orders, unit: orders, scale: 100}
        serving: {count: serving, scale: 2}
        queue: {http: http/state, pointer: /queue, by: component, scale: 10}
        page: {http: http/page, pointer: /orders, scale: 1}
        rate: {metric: orders_total, rate: 5s, unit: orders/s, scale: 50}
      invariants:
        tills-serve: {says: both tills answer, signal: serving, at-least: 2}
        queue-short: {says: few customers wait, signal: queue, at-most: 3}
      glossary:
        till down: {means: A till refuses connections., synonyms: [closed till]}
        till stalled: {means: A till accepts connections but does not answer.}
      loads:
        customers: {does: buys, rate: 20/s, http: http/buy, method: POST}
      faults:
        jam:
          does: jams the first till
          inject: [touch, "{till-1.folder}/jam"]
          undo: [rm, -f, "{till-1.folder}/jam"]
          witness: {http: http/state, of: till-1, matches: '"jammed":true'}
      targets:
        chief: {metric: till_is_chief, equals: 1}
      """;

  private ShopFile() {}

  static Definition read(String text) {
    return new SubjectReader(ShopFile.class.getClassLoader())
        .read(NAME, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text with one of its lines replaced, and the number of that line. */
  static String with(String line, String other) {
    if (TEXT.indexOf(line) < 0 || TEXT.indexOf(line) != TEXT.lastIndexOf(line)) {
      throw new IllegalArgumentException("not there once: " + line);
    }
    return TEXT.replace(line, other);
  }

  static int line(String part) {
    return (int) TEXT.substring(0, TEXT.indexOf(part)).lines().count()
        + (isAtLineStart(part) ? 1 : 0);
  }

  private static boolean isAtLineStart(String part) {
    int at = TEXT.indexOf(part);
    return at == 0 || TEXT.charAt(at - 1) == '\n';
  }
}
