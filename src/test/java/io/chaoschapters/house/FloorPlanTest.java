package io.chaoschapters.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The floors of the house: a class may use its own floor and those below.
 *
 * <p>The root package and {@code junit} are one floor, because an annotation names its extension
 * and the extension reads the annotation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are imported once.
class FloorPlanTest {
  private static final String ROOT = "io.chaoschapters";
  private static final int MOST_FILES = 25;

  /** From the roof to the ground; packages that share a floor are separated by a comma. */
  private static final List<String> FLOORS =
      List.of(
          "presenter",
          "trials",
          "junit,",
          "session",
          "stage",
          "report",
          "agent",
          "diagnosis",
          "doctor",
          "check",
          "chaos",
          "monitor",
          "run",
          "subject",
          "runtime",
          "metrics",
          "http",
          "settings,waiting",
          "library",
          "text");

  private final JavaClasses classes = Built.product();

  private static String[] packages(String floor) {
    return Arrays.stream((floor + " ").split(","))
        .map(String::strip)
        .map(name -> name.isEmpty() ? ROOT : ROOT + "." + name + "..")
        .toArray(String[]::new);
  }

  @Test
  void arrows_pointDownOnly() {
    Architectures.LayeredArchitecture house =
        Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage(ROOT + "..");
    for (String floor : FLOORS) {
      house = house.layer(floor).definedBy(packages(floor));
    }
    house = house.layer("subjects").definedBy(ROOT + ".subjects..");
    for (int i = 0; i < FLOORS.size(); i++) {
      String[] above = FLOORS.subList(0, i).toArray(String[]::new);
      String[] users = Arrays.copyOf(above, above.length + 1);
      users[above.length] = "subjects";
      house = house.whereLayer(FLOORS.get(i)).mayOnlyBeAccessedByLayers(users);
    }
    house.whereLayer("subjects").mayNotBeAccessedByAnyLayer().check(classes);
  }

  @Test
  void everyPackage_hasAFloor() {
    Set<String> planned =
        FLOORS.stream()
            .flatMap(floor -> Arrays.stream((floor + " ").split(",")))
            .map(String::strip)
            .collect(Collectors.toCollection(TreeSet::new));
    planned.add("subjects");
    assertThat(classes.stream().map(FloorPlanTest::floor)).isSubsetOf(planned);
  }

  @Test
  void design_showsTheSameFloors() throws IOException {
    String design = Files.readString(Path.of("docs/design.md"));
    String table = design.substring(design.indexOf("## The floors"));
    List<String> shown =
        Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE)
            .matcher(table.substring(0, table.indexOf("\n## ", 1)))
            .results()
            .flatMap(row -> Pattern.compile("`([a-z]+)`").matcher(row.group(1)).results())
            .map(name -> name.group(1))
            .toList();
    assertThat(shown)
        .isEqualTo(FLOORS.stream().flatMap(floor -> Arrays.stream(floor.split(","))).toList());
  }

  private static String floor(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
  }

  @Test
  void packages_haveNoCycles() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(classes);
  }

  /** Each package is a slice of its own; only the root and {@code junit} are one. */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return SliceIdentifier.of(name.equals(ROOT) ? ROOT + ".junit" : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  @Test
  void packages_areSmallEnoughToReadAtAGlance() {
    Map<String, Long> files =
        SourceFile.below(SourceFile.JAVA, ".java").stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.path().getParent().toString(), Collectors.counting()));
    assertThat(files).isNotEmpty();
    files.values().removeIf(count -> count <= MOST_FILES);
    assertThat(files).as("packages of more than %d files", MOST_FILES).isEmpty();
  }

  @Test
  void subjects_doNotKnowEachOther() {
    slices()
        .matching(ROOT + ".subjects.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void nobodyBelowTheExtension_usesJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".junit..", ROOT + ".trials", ROOT + ".presenter..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.junit.."))
        .check(classes);
  }

  @Test
  void staticFields_areConstants() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(classes);
    fields()
        .that()
        .areStatic()
        .should()
        .notHaveRawType(resideInAnyPackage("java.util.concurrent.."))
        .check(classes);
  }
}
