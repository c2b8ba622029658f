package io.chaoschapters.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.Script;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.text.Symbols;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Frames as they should look, one file each.
 *
 * <p>To take the present frames for right, look at them first, then run {@code mvn test
 * -Dtest=GoldenFrameTest -Dstage.frames=update}.
 */
class GoldenFrameTest {
  private static final Path SOURCES = Path.of("src/test/resources/io/chaoschapters/stage/frames");
  private static final Theme DARK = new Theme(Palette.DARK, Symbols.UNICODE);
  private static final Theme ASCII = new Theme(Palette.MONOCHROME, Symbols.ASCII);
  private static final int[][] SIZES = {{80, 24}, {100, 30}, {120, 36}, {200, 60}};

  @TestFactory
  Stream<DynamicTest> frame_looksAsItDid() {
    Map<String, Frame> frames = new LinkedHashMap<>();
    for (int[] size : SIZES) {
      moments().forEach((name, moment) -> frames.put(name(name, size), moment.draw(size, DARK)));
    }
    views().forEach((name, moment) -> frames.put(name, moment.draw(SIZES[0], DARK)));
    int[] tiny = {60, 20};
    frames.put("too-small", moments().get("normal").draw(tiny, DARK));
    frames.put("ascii-80x24", moments().get("injecting").draw(SIZES[0], ASCII));
    frames.put("ascii-120x36", moments().get("injecting").draw(SIZES[2], ASCII));
    return frames.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry)));
  }

  private static String name(String moment, int[] size) {
    return moment + "-" + size[0] + "x" + size[1];
  }

  private record Moment(Script script, ViewState view, double now) {
    Frame draw(int[] size, Theme theme) {
      return FrameRenderer.draw(script.view(), view, size[0], size[1], theme, now);
    }
  }

  private static Map<String, Moment> moments() {
    ViewState view = ViewState.initial();
    Map<String, Moment> moments = new LinkedHashMap<>();
    moments.put("started", new Moment(Shows.started(), view, 0.4));
    moments.put("normal", new Moment(Shows.normal(), view, 20.4));
    moments.put("steadying", new Moment(Shows.steadying(), view, 20.6));
    moments.put("injected", new Moment(Shows.injected(), view, 21.15));
    moments.put("injecting", new Moment(Shows.injecting(), view, 26.05));
    moments.put("asked", new Moment(Shows.asked(), view, 26.9));
    moments.put("agent-asked", new Moment(Shows.agentAsked(), view, 26.9));
    moments.put("answered", new Moment(Shows.answered(), view, 27.25));
    moments.put("review", new Moment(Shows.review(), view, 27.6));
    moments.put("recovering", new Moment(Shows.recovering(), view, 32.3));
    moments.put("ended", new Moment(Shows.ended(), view, 36.4));
    moments.put("ageing", new Moment(Shows.normal(), view, 22.3));
    moments.put("stale", new Moment(Shows.normal(), view, 27.9));
    moments.put("over", new Moment(Shows.over(), view, 41));
    return moments;
  }

  private static Map<String, Moment> views() {
    ViewState view = ViewState.initial();
    Map<String, Moment> moments = new LinkedHashMap<>();
    for (int key = 1; key <= Panels.ALL.size(); key++) {
      moments.put("zoom-" + key, at(view.withZoom(key)));
    }
    moments.put("help", at(view.withOverlay(ViewState.Overlay.HELP)));
    ViewState evidence = view.withOverlay(ViewState.Overlay.EVIDENCE);
    moments.put("evidence-asked", at(evidence));
    moments.put("evidence", new Moment(Shows.answered(), evidence, 27.3));
    moments.put("evidence-end", new Moment(Shows.answered(), evidence.withScroll(99), 27.3));
    moments.put("jump", at(view.withOverlay(ViewState.Overlay.JUMP).withTyped("3")));
    moments.put("agent-ended", new Moment(Shows.agentEnded(), view.withZoom(5), 27.3));
    moments.put("quit", at(view.withOverlay(ViewState.Overlay.QUIT)));
    moments.put("notes", at(view.withNotes(true)));
    moments.put("message", at(view.withMessage("saved a still")));
    moments.put("no-timer", at(view.withTimer(false)));
    ViewState.Freeze freeze = new ViewState.Freeze(Shows.normal().view(), 20.4);
    moments.put("frozen", at(view.withFrozen(freeze)));
    return moments;
  }

  private static Moment at(ViewState view) {
    return new Moment(Shows.asked(), view, 26.9);
  }

  private static void compare(Map.Entry<String, Frame> entry) throws IOException {
    String file = entry.getKey() + ".txt";
    String drawn = entry.getValue().text();
    if ("update".equals(System.getProperty("stage.frames"))) {
      Files.createDirectories(SOURCES);
      Files.writeString(SOURCES.resolve(file), drawn);
    }
    assertThat(drawn).isEqualTo(golden(file));
  }

  private static String golden(String file) throws IOException {
    if ("update".equals(System.getProperty("stage.frames"))) {
      return Files.readString(SOURCES.resolve(file));
    }
    try (InputStream in = GoldenFrameTest.class.getResourceAsStream("frames/" + file)) {
      assertThat(in).as("the golden frame " + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
