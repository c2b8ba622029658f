package io.chaoschapters.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.ObjectInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What no class may do, because of what might come in from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are imported once.
class SecurityRulesTest {
  /** Each passes on a list of words; a shell sees constants only. */
  private static final Set<String> STARTERS_OF_PROGRAMS =
      Set.of(
          "Forwarder",
          "GuardProgram",
          "Interactive",
          "OwnedPrograms",
          "ProcessLauncher",
          "ProgramRun",
          "ShortCommand",
          "Signals",
          "TerminalKeeper");

  private final JavaClasses classes = Built.product();

  @Test
  void nothing_readsTypesFromData() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.beans.XMLDecoder")
        .orShould()
        .dependOnClassesThat(
            // Jackson's parser reads YAML into plain trees; SnakeYAML by itself makes objects.
            describe("are SnakeYAML's", SecurityRulesTest::isSnakeYamls))
        .orShould()
        .callMethodWhere(
            target(nameMatching("activateDefaultTyping.*|enableDefaultTyping.*"))
                .and(target(owner(assignableTo(ObjectMapper.class)))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(JsonTypeInfo.class)
        .check(classes);
  }

  /** What it says about a text that is not YAML is harmless. */
  private static boolean isSnakeYamls(JavaClass type) {
    return type.getPackageName().startsWith("org.yaml")
        && !type.getPackageName().equals("org.yaml.snakeyaml.error")
        && !type.isAssignableTo(Throwable.class);
  }

  private static DescribedPredicate<JavaClass> assignableTo(Class<?> type) {
    return JavaClass.Predicates.assignableTo(type);
  }

  @Test
  void programs_areStartedInFewPlaces() {
    Set<String> starters =
        classes.stream()
            .filter(
                type ->
                    type.getConstructorCallsFromSelf().stream()
                        .anyMatch(
                            call -> call.getTargetOwner().isEquivalentTo(ProcessBuilder.class)))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(starters).isEqualTo(STARTERS_OF_PROGRAMS);
    noClasses()
        .should()
        .callMethodWhere(target(name("exec")).and(target(owner(assignableTo(Runtime.class)))))
        .check(classes);
  }

  /** The word behind {@code -c} is a literal or a constant, never a text that was put together. */
  @Test
  void aShell_isGivenConstantsOnly() {
    Pattern shell = Pattern.compile("\"-c\",\\s*(?<script>[^,)]+)");
    List<String> scripts =
        SourceFile.below(SourceFile.JAVA, ".java").stream()
            .flatMap(file -> shell.matcher(file.text()).results().map(found -> found.group(1)))
            .map(String::strip)
            .toList();

    assertThat(scripts).isNotEmpty().allMatch(script -> script.matches("\"[^\"$+]*\"|[A-Z_]+"));
  }

  @Test
  void bodiesOfAnswers_areReadUpToALimit() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ModelHttp") // puts a limit on the stream itself
        .should()
        .callMethodWhere(
            target(nameMatching("of(String|ByteArray|Lines|InputStream|File).*"))
                .and(target(owner(assignableTo(BodyHandlers.class)))))
        .check(classes);
  }
}
