package io.chaoschapters.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToyFlood;
import io.chaoschapters.toy.ToyLoad;
import io.chaoschapters.toy.ToySubject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen of a subject without starting it. */
class SubjectCheckTest {
  /** Everything that a subject can get wrong in code, once. */
  private static final class Careless extends ToySubject {
    @Override
    public List<Signal> signals() {
      List<Signal> all = new ArrayList<>(super.signals());
      all.add(all.get(0));
      all.add(new Signal("orders", "orders", "orders that wait", "", 10, "capacity"));
      all.add(new Signal("paid orders", "paid", "orders that are paid", "", 10, null));
      return all;
    }

    @Override
    public List<Invariant> invariants() {
      List<Invariant> all = new ArrayList<>(super.invariants());
      all.add(all.get(0));
      all.add(
          Invariant.ofSystem(
              "orders-flow",
              "orders are worked off",
              "",
              seen -> Measurement.of(seen.signal("order"), Bound.atMost(5))));
      return all;
    }

    @Override
    public Glossary glossary() {
      List<Term> terms = new ArrayList<>(super.glossary().terms());
      terms.add(Term.of("storm", "Much arrives at once.", terms.get(0).name()));
      terms.add(Term.of("rush", "Much  arrives at once. "));
      return new Glossary(terms);
    }

    @Override
    public List<FaultType<ToyCluster>> faults() {
      return List.of(new ToyFlood(), new ToyFlood());
    }

    @Override
    public List<LoadType<ToyCluster>> loads() {
      return List.of(new ToyLoad(), new ToyLoad());
    }
  }

  @Test
  void carelessSubject_allItsMistakesAreToldAtOnce() {
    SubjectCheck.Result found = SubjectCheck.of(new Careless());

    assertThat(found.errors())
        .allMatch(sentence -> sentence.startsWith("Subject 'toy': "))
        .anyMatch(sentence -> sentence.contains("two of its signals are called 'backlog'"))
        .anyMatch(sentence -> sentence.contains("two of its invariants are called 'backlog-small'"))
        .anyMatch(sentence -> sentence.contains("two of its faults are called 'flood'"))
        .anyMatch(sentence -> sentence.contains("two of its loads are called 'clients'"))
        .anyMatch(sentence -> sentence.contains("'storm' are both called 'queue overflow'"))
        .anyMatch(sentence -> sentence.contains("has the limit 'capacity', which is no signal"))
        .anyMatch(
            sentence ->
                sentence.contains(
                    "invariant 'orders-flow' would never be known: there is no signal 'order' (there are: backlog, "))
        .anyMatch(
            sentence -> sentence.contains("one of its signals is called 'paid orders'; an id has"))
        .hasSize(8);
    assertThat(found.warnings())
        .singleElement()
        .asString()
        .contains("'storm' and 'rush' have the same definition");
  }

  @Test
  void carelessSubject_isRefusedBeforeItStarts() {
    assertThatThrownBy(() -> SubjectCheck.require(new Careless()))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("two of its signals are called 'backlog'")
        .hasMessageContaining("would never be known");
  }

  @Test
  void blankInTheId_isRefused() {
    ToySubject blank =
        new ToySubject() {
          @Override
          public String id() {
            return "my toy";
          }
        };

    assertThatThrownBy(() -> SubjectCheck.require(blank))
        .hasMessage(
            "Subject 'my toy': it is called 'my toy'; an id has no blank, so join its words by hyphens.");
  }

  /** The toy, worded so that nobody can be right. */
  private static final class Vague extends ToySubject {
    @Override
    public Glossary glossary() {
      return new Glossary(
          List.of(
              Term.of("queue overflow", "Ein Stau, der wird.", "backlog overflow"),
              Term.of("node outage", "A node refuses connections or does not answer at all."),
              Term.of("node stall", "One node refuses connections or does not answer at all."),
              Term.of("slow consumer", "Items are taken from the queue later than they come."),
              Term.of("bad moon", "Der Mond scheint.")));
    }

    @Override
    public List<Invariant> invariants() {
      List<Invariant> all = new ArrayList<>(super.invariants());
      all.add(
          Invariant.ofSystem(
              "few-items",
              "few items wait",
              "",
              seen -> Measurement.of(seen.signal("backlog"), Bound.atMost(5))));
      return all;
    }
  }

  @Test
  void wordsThatMakeADiagnosisHard_areWarnedOf() {
    SubjectCheck.Result found = SubjectCheck.of(new Vague());

    assertThat(found.errors()).isEmpty();
    assertThat(found.warnings())
        .allMatch(sentence -> sentence.startsWith("Subject 'toy': "))
        .anyMatch(
            sentence ->
                sentence.contains("'node outage' and 'node stall' differ in nothing but a, one"))
        .anyMatch(
            sentence ->
                sentence.contains(
                    "invariant 'few-items' measures signal 'backlog', which is in items, and has no unit"))
        .anyMatch(
            sentence ->
                sentence.contains("experiment 'flood' expects 'queue overflow'")
                    && sentence.contains("nothing observed can match it"))
        .hasSize(3);
  }

  /** The toy, with a measure that throws at times and one that always does. */
  private static final class Throwing extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      return List.of(
          Invariant.ofSystem(
              "few-items",
              "few items wait",
              "items",
              seen ->
                  Measurement.of(
                      Reading.of(seen.signal("backlog").asDouble().getAsDouble()),
                      Bound.atMost(5))),
          Invariant.ofSystem(
              "the-first-serves",
              "the first node serves",
              "",
              seen ->
                  Measurement.of(
                      Reading.of(Integer.parseInt(seen.components().get(0).detail())),
                      Bound.atMost(5))),
          Invariant.ofSystem(
              "node-2-serves",
              "the second node serves",
              "",
              seen ->
                  Measurement.of(
                      Reading.of(
                          seen.components().stream()
                              .filter(component -> component.id().equals("node-2"))
                              .findFirst()
                              .orElseThrow()
                              .health()
                              .ordinal()),
                      Bound.atMost(0))));
    }
  }

  @Test
  void measureThatThrows_isToldWithItsPlace() {
    SubjectCheck.Result found = SubjectCheck.of(new Throwing());

    assertThat(found.errors())
        .filteredOn(sentence -> sentence.contains("the measure of"))
        .singleElement()
        .asString()
        .contains("'few-items' throws NoSuchElementException", "SubjectCheckTest.java:")
        .endsWith("where the signals are unknown. Have it return an unknown reading then.");
    assertThat(found.warnings())
        .filteredOn(sentence -> sentence.contains("the measure of"))
        .singleElement()
        .asString()
        .contains(
            "'the-first-serves' cannot be tried before the system runs",
            "NumberFormatException",
            "SubjectCheckTest.java:");
  }

  @Test
  void shippedSubjects_haveNothingToMend() {
    assertThat(Subjects.all())
        .allSatisfy(
            subject ->
                assertThat(SubjectCheck.of(subject))
                    .satisfies(
                        found -> assertThat(found.errors()).isEmpty(),
                        found -> assertThat(found.warnings()).isEmpty()));
  }
}
