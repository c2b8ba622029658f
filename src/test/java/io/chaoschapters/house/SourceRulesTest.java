package io.chaoschapters.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled classes cannot tell: comments, resources and package declarations. */
class SourceRulesTest {
  /** The words of the subjects that ship with the framework. */
  private static final Pattern SUBJECTS_WORDS =
      Pattern.compile(
          "rate limiter|ratelimiter|redis|tikv|jedis|limiter|ratis|placement driver",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:final|sealed|non-sealed|abstract) )*(?:class|interface|record|enum|@interface) .*");

  private final List<SourceFile> sources =
      Stream.of(SourceFile.JAVA, SourceFile.CHAPTERS)
          .flatMap(folder -> SourceFile.below(folder, ".java").stream())
          .toList();

  @Test
  void core_doesNotNameASubjectOrItsTechnology() {
    Stream<SourceFile> core =
        Stream.of(SourceFile.JAVA, SourceFile.RESOURCES)
            .flatMap(folder -> SourceFile.below(folder, "").stream());
    assertThat(core.flatMap(SourceRulesTest::subjectsWords)).isEmpty();
  }

  private static Stream<String> subjectsWords(SourceFile file) {
    return IntStream.range(0, file.lines().size())
        .filter(i -> SUBJECTS_WORDS.matcher(file.lines().get(i)).find())
        .mapToObj(
            i -> RootLocale.format("%s:%d: %s", file.path(), i + 1, file.lines().get(i).strip()));
  }

  @Test
  void publicTypes_haveJavadoc() {
    List<String> without = new ArrayList<>();
    for (SourceFile file : sources) {
      publicType(file)
          .filter(line -> !head(file, line).contains("/**"))
          .ifPresent(line -> without.add(file.path() + ":" + (line + 1)));
    }
    assertThat(without).isEmpty();
  }

  /** Subjects and chapters are no API: nobody imports them. */
  @Test
  void publicTypes_sayHowStableTheyAre() {
    List<String> without = new ArrayList<>();
    for (SourceFile file : sources) {
      publicType(file)
          .filter(line -> !head(file, line).contains("@API("))
          .filter(line -> file.path().startsWith(SourceFile.JAVA))
          .ifPresent(line -> without.add(file.path() + ":" + (line + 1)));
    }
    assertThat(without).isEmpty();
  }

  private static Optional<Integer> publicType(SourceFile file) {
    return IntStream.range(0, file.lines().size())
        .filter(i -> PUBLIC_TYPE.matcher(file.lines().get(i)).matches())
        .boxed()
        .findFirst();
  }

  /** Comment and annotations above a type. */
  private static String head(SourceFile file, int line) {
    int from = line;
    while (from > 0 && !file.lines().get(from - 1).isBlank()) {
      from--;
    }
    return String.join("\n", file.lines().subList(from, line));
  }

  @Test
  void everyPackage_isNullMarkedAndSaysWhatItIsFor() {
    List<String> wrong =
        sources.stream()
            .map(file -> file.path().getParent())
            .distinct()
            .filter(folder -> !isDescribed(folder.resolve("package-info.java").toString()))
            .map(Object::toString)
            .toList();
    assertThat(wrong).isEmpty();
  }

  private boolean isDescribed(String packageInfo) {
    return sources.stream()
        .filter(file -> file.path().toString().equals(packageInfo))
        .anyMatch(file -> file.text().startsWith("/**") && file.text().contains("\n@NullMarked\n"));
  }

  /** The compiler takes a file in the folder of another package, and readers look in vain. */
  @Test
  void file_isInTheFolderOfItsPackage() {
    Pattern named = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    assertThat(sources).isNotEmpty();
    assertThat(
            sources.stream()
                .filter(
                    file ->
                        named
                            .matcher(file.text())
                            .results()
                            .noneMatch(
                                found ->
                                    file.path()
                                        .getParent()
                                        .endsWith(found.group(1).replace('.', '/'))))
                .map(SourceFile::path))
        .isEmpty();
  }

  @Test
  void nothing_isLeftForLater() {
    Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|UnsupportedOperationException");
    assertThat(
            sources.stream()
                .filter(file -> later.matcher(file.text()).find())
                .map(SourceFile::path))
        .isEmpty();
  }

  @Test
  void nobody_sleepsInPlaceOfACondition() {
    assertThat(
            sources.stream()
                .filter(file -> file.text().contains("Thread.sleep("))
                .map(SourceFile::path))
        .isEmpty();
  }
}
