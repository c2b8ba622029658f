package io.chaoschapters.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.report.TrialCoursePage.Point;
import io.chaoschapters.report.TrialCoursePage.Section;
import io.chaoschapters.report.trials.Proportion;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TrialCoursePageTest {
  @TempDir Path folder;

  private static Point point(String made, Proportion faults, Map<String, Proportion> experiments) {
    return new Point(
        Instant.parse(made), "wise <1>", faults, new Proportion(5, 6), 1, null, null, experiments);
  }

  private String html(List<Section> sections) throws Exception {
    return Files.readString(TrialCoursePage.write(folder.resolve("new"), sections));
  }

  private static Document parsed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>", ""))));
  }

  @Test
  void figures_areInPictureAndTable_andUnknownIsNotZero() throws Exception {
    String html =
        html(
            List.of(
                new Section(
                    "shop, wise",
                    List.of(
                        point(
                            "2026-01-02T00:00:00Z",
                            new Proportion(38, 42),
                            Map.of("a", new Proportion(2, 3))),
                        point(
                            "2026-02-03T00:00:00Z",
                            new Proportion(40, 42),
                            Map.of("b", new Proportion(1, 1)))))));
    Document page = parsed(html);

    assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(html)
        .contains("38/42", "2026-01-02", "2026-02-03", "wise &lt;1&gt;", "78-96 %")
        .contains("2026-01-02: 38/42, 78-96 %.")
        .containsPattern("<th scope=\"row\">a</th><td>2/3</td><td>–</td>")
        .contains("default-src 'none'", "lang=\"en\"", "class=\"skip\"");
  }

  @Test
  void everyPicture_hasANameAndADescription_andEveryTableACaption() throws Exception {
    Document page =
        parsed(
            html(
                List.of(
                    new Section(
                        "one",
                        List.of(point("2026-01-02T00:00:00Z", new Proportion(0, 0), Map.of()))))));
    int pictures = page.getElementsByTagName("svg").getLength();
    assertThat(pictures).isEqualTo(2);
    assertThat(page.getElementsByTagName("desc").getLength()).isEqualTo(pictures);
    assertThat(page.getElementsByTagName("title").getLength()).isEqualTo(pictures + 1);
    assertThat(page.getElementsByTagName("caption").getLength())
        .isEqualTo(page.getElementsByTagName("table").getLength());
    assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(1);
  }
}
