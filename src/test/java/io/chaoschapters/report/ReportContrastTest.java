package io.chaoschapters.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.stage.Contrast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's colours, light and dark, as its style sheet names them. */
class ReportContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");
  private static final double TEXT = 4.5;

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, card",
    "ink, code",
    "soft, paper",
    "soft, card",
    "link, paper",
    "link, card",
    "pass, pass-paper",
    "fail, fail-paper",
    "other, other-paper",
    "ink, other-paper",
    "limit, card",
    "fault-edge, card",
    "ink, fault"
  })
  void text_isReadInBothSchemes(String ink, String paper) throws IOException {
    String css = css();
    int dark = css.indexOf("prefers-color-scheme: dark");

    assertThat(ratio(colours(css.substring(0, dark)), ink, paper)).isGreaterThanOrEqualTo(TEXT);
    assertThat(ratio(colours(css.substring(dark)), ink, paper)).isGreaterThanOrEqualTo(TEXT);
  }

  private static double ratio(Map<String, String> colours, String ink, String paper) {
    return Contrast.of(colours.get(ink), colours.get(paper));
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new HashMap<>();
    Matcher found = COLOUR.matcher(css);
    while (found.find()) {
      colours.putIfAbsent(found.group(1), found.group(2));
    }
    return colours;
  }

  private static String css() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
