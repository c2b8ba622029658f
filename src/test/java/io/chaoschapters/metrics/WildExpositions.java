package io.chaoschapters.metrics;

import io.chaoschapters.metrics.StubServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** What targets answer when they are asked for metrics, in order and not. */
final class WildExpositions {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  /** Lines of which each is a target of its own, in the text format. */
  private static final String[] LINES = {
    "x 1",
    "x 1\n",
    "x{a=\"\\t\"} 1\n",
    "x{a=\"\\\\m\"} 1\n",
    "x{a=\"WORK\\mara\"} 1\n",
    "x{a=\"b\nc\"} 1\n",
    "x{a=\"b\\\nc\"} 1\n",
    "x{a=\"\\u00e9\"} 1\n",
    "x{a=\"é😀\"} 1\n",
    "x{a=\"\\\"\\n\\\\\"} 1\n",
    "x\t{ a = \"1\" , b=\"\",} \t 2 \n",
    "x { a=\"1\"} 2\n",
    "\tx 1\n",
    " x 1\n",
    "  # comment\n  \n x{\n",
    "  \n\nx 1\n",
    "\r\nx 1\r\n",
    "x 1\r\n",
    "x{a=\"1\"} 1 \n",
    "x 1 -5\n",
    "x 1 5\n",
    "x 1 2.5\n",
    "x 1 2 3\n",
    "x 1 99999999999999999999\n",
    "x 1 # {a=\"b\"} 2\n",
    "x 0x10\n",
    "x 0x1p3\n",
    "x 1_0\n",
    "x 1d\n",
    "x +NaN\n",
    "x -NaN\n",
    "x nan\n",
    "x NAN\n",
    "x Inf\n",
    "x infinity\n",
    "x -Infinity\n",
    "x +1\n",
    "x .5\n",
    "x 7.\n",
    "x .\n",
    "x 1e400\n",
    "x 1e-400\n",
    "x -0\n",
    "x.5\n",
    "x-1\n",
    "x{a} 1\n",
    "x{a=1} 1\n",
    "x{=\"\"} 1\n",
    "x{a=\"1\",a=\"2\"} 1\n",
    "x{a=\"\",a=\"2\"} 1\n",
    "x{__name__=\"\"} 1\n",
    "x{a=\"1\",a=\"1\"} 1\n",
    "x{,} 1\n",
    "x{a=\"1\",,b=\"2\"} 1\n",
    "x{a=\"1\"b=\"2\"} 1\n",
    "x{a=\"1\" 1\n",
    "x{a=\"1\"}{b=\"1\"} 1\n",
    "{a=\"1\"} 1\n",
    "{\"x\",a=\"1\"} 1\n",
    "9x 1\n",
    "x.y 1\n",
    "é 1\n",
    "x{é=\"1\"} 1\n",
    "x{a:b=\"1\"} 1\n",
    "a:b 1\n",
    "x{__name__=\"y\"} 1\n",
    "x{__foo=\"y\"} 1\n",
    "x{instance=\"y\",exported_instance=\"z\"} 1\n",
    "x\n",
    "x \n",
    "x{a=\"1\"}\n",
    "x{a=\"1\"}2\n",
    "x1\n",
    "x\"\n",
    "# TYPE x counter\nx 1\n",
    "# TYPE x wrong\nx 1\n",
    "# TYPE x info\nx 1\n",
    "# TYPE x\nx 1\n",
    "# TYPE x \nx 1\n",
    "# TYPE\nx 1\n",
    "# TYPE x\tcounter\nx 1\n",
    "# TYPE x,counter\nx 1\n",
    "# TYPE x  counter\nx 1\n",
    "# TYPE 9 counter\nx 1\n",
    "# TYPE x counter \nx 1\n",
    "# TYPE x counter y\nx 1\n",
    "#TYPE x bad\nx 1\n",
    "#  TYPE x bad\nx 1\n",
    "# HELP\nx 1\n",
    "# HELP x\nx 1\n",
    "# HELP x \nx 1\n",
    "# HELP 9 a\nx 1\n",
    "#  HELP x a\nx 1\n",
    "# HELPx a\nx 1\n",
    "#\nx 1\n",
    "# EOF\nx 1\n",
    "# UNIT x s\nx 1\n",
    "",
    "\n",
    "<html>\n",
    "{\"status\":\"ok\"}\n",
    "x 1\nx 2\n",
    "x{} 1\n",
    "x{a=\"1\",} 1\n",
    "x{a=\"} 1\n",
    "x 1\0\n",
    "\0x 1\n",
    "x 1\n# a\0b\ny 2\n",
    "x 1\n# HELP x \0\ny 2\n",
    "x{a=\"\0\"} 1\n",
    "x 1\u000b\n",
    "x\u00a01\n",
    "\ufeffx 1\n",
    "x 1\ny two\n",
  };

  /** The same in OpenMetrics; each is followed by the end unless it has one. */
  private static final String[] OPEN_METRICS_LINES = {
    "x 1\n",
    "# TYPE x gauge\nx 1\n",
    "x 1\n\ny 2\n",
    "x 1 5\n",
    "x 1 1.5\n",
    "x 1 -1\n",
    "x 1 NaN\n",
    "x 1 Inf\n",
    "x 1 1e400\n",
    "x  1\n",
    "x\t1\n",
    "x 1 \n",
    " x 1\n",
    "x 1\r\n",
    "x{a=\"1\"} 2\n",
    "x{a=\"1\",} 2\n",
    "x{a=\"1\",b=\"2\"} 2\n",
    "x{a=\"1\"b=\"2\"} 2\n",
    "x{ a=\"1\"} 2\n",
    "x{a=\"1\", b=\"2\"} 2\n",
    "x{a=\"1\",a=\"2\"} 2\n",
    "x{} 2\n",
    "x{,} 2\n",
    "x{a=\"\\m\"} 1\n",
    "x{a=\"\\\\m\\n\\\"\"} 1\n",
    "x{a=\"b\nc\"} 1\n",
    "x{a=\"é\"} 1\n",
    "x{a=\"1\"}2\n",
    "x {a=\"1\"} 2\n",
    "# comment\nx 1\n",
    "#x\nx 1\n",
    "#\nx 1\n",
    "# HELP x\nx 1\n",
    "# HELP x \nx 1\n",
    "# HELP x a \\n b\nx 1\n",
    "# HELP 9 a\nx 1\n",
    "# TYPE x wrong\nx 1\n",
    "# TYPE x\nx 1\n",
    "# TYPE x unknown\nx 1\n",
    "# TYPE x untyped\nx 1\n",
    "# TYPE x info\nx 1\n",
    "# TYPE x counter\nx 1\n",
    "# TYPE x gaugehistogram\nx 1\n",
    "# UNIT x seconds\nx 1\n",
    "# UNIT x_seconds seconds\nx_seconds 1\n",
    "# UNIT seconds seconds\nx 1\n",
    "# UNIT xseconds seconds\nx 1\n",
    "# UNIT x \nx 1\n",
    "# UNIT x_seconds\nx_seconds 1\n",
    "# TYPE x counter\nx_total 1\nx_created 1767225600.25\n",
    "x 1 # {a=\"b\"} 2\n",
    "x_total 1 # {a=\"b\"} 2\n",
    "x_bucket{le=\"1\"} 1 # {a=\"b\"} 2 1.5\n",
    "x_total 1 5 # {a=\"b\"} 2 3.5\n",
    "x_total 1 # {} 2\n",
    "x_total 1 # {a=\"b\"} 2 x\n",
    "x_total 1 # {a=\"b\"} \n",
    "x_total 1 # {a=\"b\"}\n",
    "x_total 1 # {a=\"b\",} 2\n",
    "x_total 1 # {a=\"b\",a=\"c\"} 2\n",
    "x_total 1 #{a=\"b\"} 2\n",
    "x_total 1 # {a=\"\\m\"} 2\n",
    "x_total 1 # {a=\"b\"} 2 NaN\n",
    "x_total 1 # {a=\"b\"} 2 3 4\n",
    "x_total 1 # {a=b} 2\n",
    "x 0x10\n",
    "x 1_0\n",
    "x true\n",
    "{\"x\",a=\"1\"} 1\n",
    "x 1\n# EOF\n",
    "x 1\n# EOF",
    "x 1\n# EOF\n\n",
    "x 1\n# EOF\nx 2\n",
    "x 1\n# EOF x\n",
    "x 1\n# EO",
  };

  private static final String[] CONTENT_TYPES = {
    "text/plain",
    "application/openmetrics-text",
    "application/openmetrics-text; version=0.0.1",
    "application/openmetrics-text; version=9",
    "APPLICATION/OPENMETRICS-TEXT",
    "application/openmetrics-text; charset",
    "application/openmetrics-text;",
    "application/openmetrics-text;;",
    "application/openmetrics-text ; a = b",
    "application/openmetrics-text; a=b; A=c",
    "application/openmetrics-text; version=\"1;0\"",
    "application/openmetrics-text; version=\"1.0",
    "application/openmetrics-text/x",
    "text/plain, application/openmetrics-text",
    "text/html",
    "application/json",
    "nonsense",
    "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited",
  };

  private WildExpositions() {}

  /** All of them; where one leads to another target, to the first. */
  static List<Reply> all(long now) {
    var replies = new ArrayList<Reply>();
    Arrays.stream(LINES).map(WildExpositions::text).forEach(replies::add);
    replies.add(text("x 1 " + (now + 60_000) + "\n"));
    replies.add(text("x 1 " + (now + 3_600_000) + "\nx{a=\"b\"} 1\n"));
    for (String lines : OPEN_METRICS_LINES) {
      replies.add(openMetrics(bytes(lines)));
      replies.add(openMetrics(bytes(lines + "# EOF\n")));
    }
    for (String type : CONTENT_TYPES) {
      replies.add(Reply.of(200, bytes("x 1\n# EOF\n#\ny 1\n"), Map.of("Content-Type", type)));
    }
    replies.add(Reply.of(200, bytes("x 1\n"), Map.of()));
    for (String noUtf8 : List.of("x{a=\"~\"} 1\n", "# HELP x ~\nx 1\n", "# ~\nx 1\n")) {
      replies.add(
          ofType(TEXT, noUtf8.replace('~', '\u00ff').getBytes(StandardCharsets.ISO_8859_1)));
    }
    replies.add(ofType(TEXT, resource("backslash.txt")));
    replies.add(ofType(TEXT, resource("quoted.txt")));
    replies.add(openMetrics(resource("quoted.txt")));
    replies.add(ofType(TEXT, resource("exemplar.om")));
    replies.add(openMetrics(resource("exemplar.om")));
    addAnswersOfHttp(replies);
    return replies;
  }

  private static void addAnswersOfHttp(List<Reply> replies) {
    for (int status : new int[] {201, 206, 300, 301, 302, 303, 305, 307, 308, 404, 500}) {
      replies.add(Reply.of(status, bytes("x 1\n"), Map.of("Location", "/0")));
    }
    replies.add(Reply.of(307, bytes("x 1\n"), Map.of()));
    replies.add(Reply.of(307, bytes("x 1\n"), Map.of("Location", "nowhere:")));
    replies.add(Reply.of(307, new byte[0], Map.of("Location", "/" + replies.size()))); // a circle
    int one = replies.size();
    replies.add(Reply.of(307, new byte[0], Map.of("Location", "/0")));
    replies.add(Reply.of(307, new byte[0], Map.of("Location", "/" + one)));
    replies.add(Reply.of(308, new byte[0], Map.of("Location", "" + (one + 1))));
    byte[] packed = packed(bytes("x 1\n"));
    replies.add(Reply.of(200, packed, Map.of("Content-Encoding", "gzip")));
    replies.add(Reply.of(200, packed, Map.of("Content-Encoding", "GZIP")));
    replies.add(Reply.of(200, packed, Map.of()));
    replies.add(Reply.of(200, bytes("x 1\n"), Map.of("Content-Encoding", "gzip")));
    replies.add(Reply.of(200, bytes("x 1\n"), Map.of("Content-Encoding", "identity")));
    byte[] cut = Arrays.copyOf(packed, packed.length - 4);
    replies.add(Reply.of(200, cut, Map.of("Content-Encoding", "gzip")));
  }

  /**
   * Some of them with a few bytes changed, the same for a seed. Not with a byte 0: Prometheus does
   * something else with it in every place. And not with the name as a label: that is an error only
   * in a sample that is not too old.
   */
  static List<Reply> changed(int seed, int count) {
    var random = new Random(seed);
    String material = "\n\n  \t{}\",=#\\\\xa1.-+eE_:0éHELP EOF";
    var replies = new ArrayList<Reply>();
    while (replies.size() < count) {
      boolean open = random.nextBoolean();
      List<String> lines =
          Arrays.stream(open ? OPEN_METRICS_LINES : LINES)
              .filter(line -> !line.contains("\0") && !line.contains("__name__"))
              .toList();
      var text = new StringBuilder(lines.get(random.nextInt(lines.size())));
      text.append(lines.get(random.nextInt(lines.size()))).append(open ? "# EOF\n" : "");
      for (int change = random.nextInt(4); change > 0; change--) {
        int at = random.nextInt(text.length());
        char c = material.charAt(random.nextInt(material.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, c);
          default -> text.setCharAt(at, c);
        }
      }
      replies.add(open ? openMetrics(bytes(text.toString())) : text(text.toString()));
    }
    return replies;
  }

  private static Reply text(String body) {
    return ofType(TEXT, bytes(body));
  }

  private static Reply openMetrics(byte[] body) {
    return ofType(OPEN_METRICS, body);
  }

  private static Reply ofType(String type, byte[] body) {
    return Reply.of(200, body, new HashMap<>(Map.of("Content-Type", type)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] resource(String name) {
    try (InputStream in = WildExpositions.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
