package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference pages say what schemas and code say.
 *
 * <p>To write them anew: {@code mvn test -Dtest=ReferenceTest -Dreference=update}.
 */
class ReferenceTest {
  private static final Path SOURCES = Path.of("src/main/java/io/chaoschapters");
  private static final Path RESOURCES = Path.of("src/main/resources/io/chaoschapters");
  private static final String MADE =
      "This page is written by `mvn test -Dtest=ReferenceTest -Dreference=update`.";

  @Test
  void subjectFile_isWhatItsSchemaSays() throws IOException {
    String head =
        RootLocale.format(
            "# The subject file%n%n%s How to begin: [own-system.md](own-system.md).%n", MADE);
    check(
        "reference-subject-file.md",
        SchemaPage.of(RESOURCES.resolve("subject/yaml/subject.schema.json"), head));
  }

  @Test
  void composeFile_isWhatItsSchemaSays() throws IOException {
    String head =
        RootLocale.format(
            "# The Compose file%n%n%s How a subject names one: [own-system.md](own-system.md).%n",
            MADE);
    check(
        "reference-compose-file.md",
        SchemaPage.of(RESOURCES.resolve("subject/yaml/compose.schema.json"), head));
  }

  @Test
  void experimentFile_isWhatItsSchemaSays() throws IOException {
    Path schema;
    try (var files = Files.walk(RESOURCES)) {
      schema =
          files.filter(file -> file.endsWith("experiments.schema.json")).findFirst().orElseThrow();
    }
    check(
        "reference-experiment-file.md",
        SchemaPage.of(schema, RootLocale.format("# The experiment file%n%n%s%n", MADE)));
  }

  @Test
  void chapters_areWhatTheirTypesSay() throws IOException {
    String text =
        RootLocale.format("# Annotations, parameters and assertions of chapters%n%n%s%n", MADE)
            + "\n## Annotations\n"
            + MemberPage.of(sources("ChaosDemo", "Chapter", "Experiment"))
            + "\n## Parameters\n"
            + MemberPage.of(
                sources(
                    "monitor/Monitor",
                    "diagnosis/Diagnostician",
                    "junit/Laboratory",
                    "subject/Cluster"))
            + "\n## Assertions\n"
            + MemberPage.of(
                sources("ChaosAssertions", "monitor/MonitorAssert", "diagnosis/DiagnosisAssert"));
    check("reference-chapters.md", text);
  }

  /** A type that has moved is found by its name. */
  private static List<Path> sources(String... names) throws IOException {
    try (var files = Files.walk(SOURCES)) {
      List<Path> all = files.toList();
      return java.util.Arrays.stream(names)
          .map(
              name ->
                  all.stream()
                      .filter(
                          file ->
                              file.endsWith(name + ".java")
                                  || file.endsWith(name.replaceFirst(".*/", "") + ".java"))
                      .min(java.util.Comparator.comparingInt(Path::getNameCount))
                      .orElseThrow(() -> new IllegalArgumentException(name)))
          .toList();
    }
  }

  @Test
  void settings_areThoseThatThereAre() throws IOException {
    String rows =
        Settings.of(Map.of()).all().stream()
            .map(SettingValue::setting)
            .map(ReferenceTest::row)
            .collect(Collectors.joining());
    check(
        "reference-settings.md",
        RootLocale.format(
                "# Settings%n%n%s The first that is there wins: the short property, `-Dchapters.<name>`, the environment variable, `chaos-chapters.properties` on the class path.%n%n",
                MADE)
            + "| setting | if not given | says |\n| --- | --- | --- |\n"
            + rows);
  }

  private static String row(Setting setting) {
    String oneOf =
        setting.oneOf().isEmpty() ? "" : " One of " + String.join(", ", setting.oneOf()) + ".";
    return RootLocale.format(
        "| `-D%s`, `%s` | %s | %s%s |%n",
        setting.alias() == null ? setting.systemProperty() : setting.alias(),
        setting.environmentVariable(),
        setting.defaultValue().isEmpty() ? "–" : "`" + setting.defaultValue() + "`",
        setting.description().replace("<", "&lt;").replace("|", "\\|"),
        oneOf);
  }

  private static void check(String name, String text) throws IOException {
    Path file = Path.of("docs", name);
    if ("update".equals(System.getProperty("reference"))) {
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text);
  }
}
