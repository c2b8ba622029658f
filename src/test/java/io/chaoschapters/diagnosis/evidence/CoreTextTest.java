package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.installed.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the diagnosers share must not know any system. */
class CoreTextTest {
  /** Words of names and synonyms that any text about anything may use. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "a", "and", "at", "be", "before", "between", "by", "down", "false", "in", "is", "lost",
          "no", "not", "of", "on", "out", "read", "that", "the", "to", "too", "two", "with");

  private static final Set<String> SUBJECT_WORDS =
      Set.of("redis", "limiter", "limit", "tikv", "raft", "region", "quota", "counter", "shard");

  static String resource(String name) throws IOException {
    try (var in = CoreText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {CoreText.FILE, "/io/chaoschapters/diagnosis/answer/diagnosis-answer.schema.json"})
  void sharedText_holdsNoWordOfAnyGlossary(String file) throws IOException {
    Set<String> names =
        Stream.concat(
                EvidenceCases.SYSTEMS.stream().map(EvidenceCases::glossary),
                Subjects.all().stream().map(Subject::glossary))
            .flatMap(glossary -> glossary.terms().stream())
            .flatMap(CoreTextTest::names)
            .flatMap(name -> words(name).stream())
            .filter(word -> !EVERYDAY.contains(word))
            .collect(Collectors.toSet());
    assertThat(names).hasSizeGreaterThan(100);
    assertThat(words(resource(file))).doesNotContainAnyElementsOf(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {CoreText.FILE, "/io/chaoschapters/diagnosis/answer/diagnosis-answer.schema.json"})
  void sharedText_namesNoSubject(String file) throws IOException {
    assertThat(words(resource(file))).doesNotContainAnyElementsOf(SUBJECT_WORDS);
  }

  @Test
  void missingKey_isNamed() {
    assertThatThrownBy(() -> CoreText.get("nonsense")).hasMessageContaining("nonsense");
  }

  private static Stream<String> names(Term term) {
    return Stream.concat(Stream.of(term.name()), List.copyOf(term.synonyms()).stream());
  }
}
