package io.chaoschapters.chaos.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
  private static final String HEAD = "subject: toy\nexperiments:\n  one:\n    description: x\n";
  private static final String EXPECT = "    expect: {anomaly: none}\n";
  private static final String ON_NODE_1 =
      "    method: {fault: kill, target: node-1, duration: 1s}\n";
  private static final String CONTROL = EXPECT + "    duration: 1s\n";

  @Test
  void everyKeyGiven_isInTheExperiment() {
    Experiment flood = ExperimentFile.load(new ToySubject()).find("flood");

    assertThat(flood.where()).isEqualTo("chaos/toy.yaml:3");
    assertThat(flood.description()).isEqualTo("Three times what the queue holds");
    assertThat(flood.given().text("mode")).isEqualTo("greedy");
    assertThat(flood.steadyState())
        .isEqualTo(
            new Experiment.SteadyState(
                Duration.ofSeconds(2), List.of("backlog-small", "nodes-answer")));
    assertThat(flood.load()).isNotNull();
    assertThat(flood.load().parameters().number("rate")).isEqualTo(60);
    assertThat(flood.methods())
        .singleElement()
        .satisfies(
            method -> {
              assertThat(method.fault().name()).isEqualTo("flood");
              assertThat(method.parameters().count("items")).isEqualTo(30);
            });
    assertThat(flood.declared()).isEqualTo(Duration.ofMillis(350));
    assertThat(flood.witnessWithin()).isEqualTo(Duration.ofSeconds(2));
    assertThat(flood.expected().words()).isEqualTo("queue overflow");
    assertThat(flood.ask())
        .isEqualTo(new Experiment.Ask(List.of("backlog-small"), Duration.ofMillis(20)));
    assertThat(flood.rollbackWithin()).isEqualTo(Duration.ofSeconds(20));
    assertThat(flood.rollback()).containsExactly(Experiment.RollbackStep.REPAIR);
    assertThat(flood.recoveryWithin()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void nothingOptionalGiven_defaultsHold() {
    Experiment one = read(HEAD + CONTROL).find("one");

    assertThat(one.isControl()).isTrue();
    assertThat(one.load()).isNull();
    assertThat(one.hasFault()).isFalse();
    assertThat(one.expected()).isEqualTo(Expectation.nothing());
    assertThat(one.ask()).isEqualTo(new Experiment.Ask(List.of(), null));
    assertThat(one.given().count("capacity")).isEqualTo(10);
    assertThat(one.steadyState())
        .isEqualTo(new Experiment.SteadyState(Duration.ofSeconds(5), List.of()));
    assertThat(one.rollbackWithin()).isNull();
    assertThat(one.recoveryWithin()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void targets_areOneOrAList() {
    ExperimentFile file = ExperimentFile.load(new ToySubject());

    assertThat(targets(file.find("freeze"))).containsExactly("node-1");
    assertThat(targets(file.find("kill"))).containsExactly("node-1", "node-2");
  }

  private static List<String> targets(Experiment experiment) {
    return experiment.methods().stream().flatMap(method -> method.targets().stream()).toList();
  }

  @Test
  void severalFaults_endTogether_andSeveralAnomaliesAreExpected() {
    Experiment both = ExperimentFile.load(new ToySubject()).find("flood-and-freeze");

    assertThat(both.methods()).extracting(m -> m.fault().name()).containsExactly("flood", "freeze");
    assertThat(both.duration()).isEqualTo(Duration.ofMillis(200));
    assertThat(both.expected().words()).isEqualTo("queue overflow and node outage");
    assertThat(both.ask())
        .isEqualTo(new Experiment.Ask(List.of("backlog-small", "nodes-answer"), null));
    assertThat(both.isControl()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"other, OTHER", "unsure, UNSURE", "none, NONE", "backlog-overflow, TERMS"})
  void expectedAnswer_isATermOrAWord(String anomaly, Expectation.Kind kind) {
    String text =
        HEAD + RootLocale.format("    duration: 1s\n    expect: {anomaly: %s}\n", anomaly);

    assertThat(read(text).find("one").expected().kind()).isEqualTo(kind);
  }

  @Test
  void otherRightAnswers_areReadAndWrittenInWords() {
    Expectation expected =
        read(HEAD
                + "    duration: 1s\n    expect: {anomaly: node outage, or: [slow consumer, other]}\n")
            .find("one")
            .expected();

    assertThat(expected.alternatives())
        .extracting(Expectation::words)
        .containsExactly("node outage", "slow consumer", "other");
    assertThat(expected.words()).isEqualTo("node outage or slow consumer or other");
    assertThat(expected.allTerms()).hasSize(2);
    assertThat(Expectation.parse(expected.words(), new ToySubject().glossary())).contains(expected);
    assertThat(Expectation.parse("node outage or moon", new ToySubject().glossary())).isEmpty();
  }

  @Test
  void otherRightAnswerThatIsUnknown_orThatNothingIsWrong_isRefused() {
    assertMessage(
        HEAD + "    duration: 1s\n    expect: {anomaly: node outage, or: slow consumr}\n",
        "chaos/toy.yaml:6: unknown anomaly 'slow consumr'; did you mean 'slow consumer'? (known:"
            + " queue overflow, node outage, poison message, slow consumer, none, other, unsure).");
    assertMessage(
        HEAD + "    duration: 1s\n    expect: {anomaly: none, or: node outage}\n",
        "chaos/toy.yaml:6: 'or': that nothing is wrong and that something is cannot both be right;"
            + " leave out 'none' or the key.");
  }

  @Test
  void unknownExperiment_nearMatchAndKnownAreNamed() {
    ExperimentFile file = read(HEAD + CONTROL);

    InvalidExperimentException e =
        catchThrowableOfType(InvalidExperimentException.class, () -> file.find("onne"));

    assertThat(e)
        .hasMessage("No experiment 'onne' in 'chaos/toy.yaml'; did you mean 'one'? (known: one).");
  }

  @Test
  void fileIsMissing_itsClassPathNameIsSaid() {
    ClassLoader empty = ClassLoader.getPlatformClassLoader();

    InvalidExperimentException e =
        catchThrowableOfType(
            InvalidExperimentException.class, () -> ExperimentFile.load(new ToySubject(), empty));

    assertThat(e)
        .hasMessage(
            "No file 'chaos/toy.yaml' on the class path."
                + " Put the experiments of subject 'toy' there.");
  }

  @Test
  void wrongKey_lineAndNearMatch() {
    assertMessage(
        HEAD + CONTROL + "    setle: 1s\n",
        "chaos/toy.yaml:7: unknown key 'setle' in 'one'; did you mean 'settle'? (known:"
            + " description, given, steady-state, load, lead-in, method, duration, settle,"
            + " witness, expect, ask, rollback-within, rollback, recovery, halt).");
  }

  @Test
  void wrongKeyAtTheTop_lineIsSaid() {
    assertMessage(
        "subjekt: toy\n" + HEAD + CONTROL,
        "chaos/toy.yaml:1: unknown key 'subjekt' at the top of the file; did you mean 'subject'?"
            + " (known: subject, experiments).");
  }

  @Test
  void missingKey_lineOfItsGroup() {
    assertMessage(
        HEAD + "    duration: 1s\n", "chaos/toy.yaml:3: key 'expect' is missing in 'one'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "settle: 5 | 'settle': '5' is not a duration; write a whole number and a unit, such as"
            + " 250ms, 5s, 2m or 1h.",
        "settle: -5s | 'settle': '-5s' is negative; a duration is 0 or more, such as 250ms, 5s, 2m"
            + " or 1h.",
        "settle: 999999h | 'settle': '999999h' is longer than 24h.",
        "settle: [1s] | 'settle': 'a list' is not a duration; write a whole number and a unit, such"
            + " as 250ms, 5s, 2m or 1h.",
        "recovery: {within: 1 s} | 'within': '1 s' is not a duration; write a whole number and a"
            + " unit, such as 250ms, 5s, 2m or 1h.",
        "rollback-within: 0s | 'rollback-within': nothing is undone in no time; give it some seconds,"
            + " or leave it out.",
        "rollback: [restart] | 'restart' is not known here (known: repair).",
        "rollback: repair | 'rollback' is repair; it must be a list.",
        "load: clients | 'load' is clients; it must be a group of keys.",
        "load: {rate: 1/s} | key 'type' is missing in 'load'.",
        "load: {type: client} | unknown load 'client'; did you mean 'clients'? (known: clients).",
        "load: {type: clients, rate: 5} | load 'clients': parameter 'rate' is '5'; it must be a rate"
            + " per second such as 60/s.",
        "given: {mode: fast} | the configuration of 'toy': parameter 'mode' is 'fast'; it must be"
            + " one of fair, greedy.",
        "given: {mod: fair} | unknown parameter 'mod' of the configuration of 'toy'; did you mean"
            + " 'mode'? (known: mode, capacity).",
        "given: {capacity: {a: 1}} | 'capacity' is a group of keys; it must be a text or a number or"
            + " true or false.",
        "steady-state: {invariants: [backlog-smal]} | unknown invariant 'backlog-smal'; did you mean"
            + " 'backlog-small'? (known: backlog-small, nodes-answer).",
        "ask: {when: backlog-smal} | unknown invariant 'backlog-smal'; did you mean"
            + " 'backlog-small'? (known: backlog-small, nodes-answer).",
        "ask: {} | 'ask' is empty.",
        "ask: {after: 2s} | 'after': all is over 1 s after the injection, by fault and settle time.",
        "steady-state: {invariants: []} | 'invariants' is empty.",
        "steady-state: | 'steady-state' is empty; it must be a group of keys.",
      })
  void wrongValueInAControl_lineAndSentence(String line, String sentence) {
    assertMessage(HEAD + CONTROL + "    " + line + "\n", "chaos/toy.yaml:7: " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{fault: freze, duration: 1s} | unknown fault 'freze'; did you mean 'freeze'? (known:"
            + " freeze, kill, throttle, partition, latency, flood).",
        "{fault: folod, duration: 1s} | unknown fault 'folod'; did you mean 'flood'? (known: freeze,"
            + " kill, throttle, partition, latency, flood).",
        "{fault: freeze, duration: 1s} | fault 'freeze' needs a 'target': the id of a component, or"
            + " a list of them.",
        "{fault: flood, target: node-1, duration: 1s, items: 1} | fault 'flood' takes no 'target':"
            + " what it hits is part of it; leave the key out.",
        "{fault: freeze, target: node-1} | key 'duration' is missing in 'method'.",
        "{fault: flood, duration: 0s, items: 1} | 'duration': a fault must last longer than 0.",
        "{fault: flood, duration: 1s} | fault 'flood': parameter 'items' is missing.",
        "{fault: flood, duration: 1s, items: many} | fault 'flood': parameter 'items' is 'many'; it"
            + " must be a whole number such as 3.",
        "{fault: kill, target: node-9, duration: 1s} | unknown target 'node-9'; did you mean"
            + " 'node-1'? (known: node-1, node-2, node-3).",
        "{fault: kill, target: [node-1, node-2, node-1], duration: 1s} | target 'node-1' is named"
            + " twice; leave one out.",
        "{fault: kill, duration: 1s, target: node-1, force: 1} | unknown parameter 'force' of fault"
            + " 'kill' (known: none).",
        "[] | 'method' is empty.",
        "[{fault: kill, target: node-1, duration: 1s}, {fault: flood, items: 1}] | key 'duration' is missing in '1'.",
        "[{fault: flood, items: 1, duration: 1s}, {fault: flood, items: 1, duration: 2s}] |"
            + " 'duration': the faults of one method end together; the first lasts 1 s.",
        "{fault: kill, duration: 1s, target: {}} | 'target' is a group of keys; it must be a text or"
            + " a list.",
      })
  void wrongMethod_lineAndSentence(String method, String sentence) {
    assertMessage(HEAD + EXPECT + "    method: " + method + "\n", "chaos/toy.yaml:6: " + sentence);
  }

  @Test
  void form_doesNotHideMeaning() {
    assertMessage(
        HEAD
            + EXPECT
            + """
                method: {fault: freze, target: node-1, duration: soon}
                laod: {type: nosuch}
                colour: red
                ask: {after: 2s}
            """,
        """
        chaos/toy.yaml:6: 'duration': 'soon' is not a duration; write a whole number and a unit,\
         such as 250ms, 5s, 2m or 1h.
        chaos/toy.yaml:6: unknown fault 'freze'; did you mean 'freeze'? (known: freeze, kill,\
         throttle, partition, latency, flood).
        chaos/toy.yaml:7: unknown key 'laod' in 'one'; did you mean 'load'? (known: description, given, steady-state, load, lead-in, method,\
         duration, settle, witness, expect, ask, rollback-within, rollback, recovery, halt).
        chaos/toy.yaml:7: unknown load 'nosuch' (known: clients).
        chaos/toy.yaml:8: unknown key 'colour' in 'one' (known: description, given, steady-state, load, lead-in, method,\
         duration, settle, witness, expect, ask, rollback-within, rollback, recovery, halt).""");
  }

  @Test
  void subjectThatDoesNotSayItsTargets_isToldWhereToListThem() {
    class Unspoken extends ToySubject {
      @Override
      public List<String> targets() {
        return List.of();
      }
    }

    assertThatThrownBy(() -> read(new Unspoken(), HEAD + EXPECT + ON_NODE_1))
        .hasMessage(
            "chaos/toy.yaml:6: target 'node-1': subject 'toy' does not say what can be one; have"
                + " targets() of "
                + Unspoken.class.getName()
                + " list the ids of its components.");
  }

  @Test
  void targetOnWhichAFaultMeansNothing_isRefusedWithTheFaultsReason() {
    class Choosy extends ToySubject {
      @Override
      public List<FaultType<ToyCluster>> faults() {
        return List.of(new OnTheFirst());
      }
    }

    String on = HEAD + EXPECT + "    method: {fault: crown, target: %s, duration: 1s}\n";
    assertThat(read(new Choosy(), RootLocale.format(on, "node-1")).experiments()).hasSize(1);
    assertThatThrownBy(() -> read(new Choosy(), RootLocale.format(on, "node-2")))
        .hasMessage(
            "chaos/toy.yaml:6: fault 'crown' means nothing on node-2: only node-1 wears it.");
  }

  /** A fault that knows its targets before anything runs. */
  private static final class OnTheFirst implements FaultType<ToyCluster> {
    @Override
    public String name() {
      return "crown";
    }

    @Override
    public String description() {
      return "takes the crown away";
    }

    @Override
    public boolean needsTarget() {
      return true;
    }

    @Override
    public Optional<String> rejects(List<String> targets) {
      return targets.equals(List.of("node-1"))
          ? Optional.empty()
          : Optional.of("only node-1 wears it");
    }

    @Override
    public Fault plan(FaultPlan<ToyCluster> plan) {
      throw new AssertionError("nothing is planned");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{signal: backlogg, at-most: 5}] | unknown signal 'backlogg'; did you mean 'backlog'? (known: backlog, serving).",
        "[{invariant: backlog}] | unknown invariant 'backlog'",
        "[{signal: backlog}] | ",
        "[{signal: backlog, invariant: backlog-small, at-most: 5}] | ",
        "[{signal: backlog, at-most: much}] | "
      })
  void wrongHalt_isRefusedWithItsLine(String halt, @Nullable String sentence) {
    assertThatThrownBy(() -> read(HEAD + CONTROL + "    halt: " + halt + "\n"))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("chaos/toy.yaml:")
        .hasMessageContaining(sentence == null ? "" : sentence);
  }

  @Test
  void unknownAnomaly_knownTermsAreNamed() {
    assertMessage(
        HEAD + "    duration: 1s\n    expect: {anomaly: queue overflw}\n",
        "chaos/toy.yaml:6: unknown anomaly 'queue overflw'; did you mean 'queue overflow'? (known:"
            + " queue overflow, node outage, poison message, slow consumer, none, other, unsure).");
  }

  @Test
  void wordInAListOfAnomalies_isRefused() {
    assertMessage(
        HEAD + "    duration: 1s\n    expect: {anomaly: [queue overflow, other]}\n",
        "chaos/toy.yaml:6: unknown anomaly 'other' (known: queue overflow, node outage, poison"
            + " message, slow consumer).");
  }

  @Test
  void durationBesideAMethod_isRefused() {
    assertMessage(
        HEAD + CONTROL + "    method: {fault: kill, target: node-1, duration: 1s}\n",
        "chaos/toy.yaml:6: 'duration' is for a control; here the method has a duration of its"
            + " own.");
  }

  @Test
  void neitherMethodNorDuration_isRefused() {
    assertMessage(HEAD + EXPECT, "chaos/toy.yaml:3: key 'duration' is missing in 'one'.");
  }

  @Test
  void otherSubject_isRefused() {
    assertMessage(
        HEAD.replace("toy", "queue") + CONTROL,
        "chaos/toy.yaml:1: the file is for subject 'toy' but says 'queue'.");
  }

  @Test
  void nameWithCapitals_isRefused() {
    assertMessage(
        (HEAD + CONTROL).replace("one:", "One_Two:"),
        "chaos/toy.yaml:3: 'One_Two' is not a name here; write lower case words joined"
            + " by hyphens.");
  }

  @Test
  void duplicateKey_bothLinesAreSaid() {
    assertMessage(
        HEAD + CONTROL + "    description: y\n",
        "chaos/toy.yaml:7: key 'description' is there twice; the first is in line 4.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
  void emptyFile_isSaid(String text) {
    assertMessage(text, "chaos/toy.yaml: the file is empty. It needs 'subject' and 'experiments'.");
  }

  @Test
  void textInPlaceOfAFile_isRefused() {
    assertMessage("hello\n", "chaos/toy.yaml:1: 'the file' is hello; it must be a group of keys.");
  }

  @Test
  void tabs_theParsersProblemAndItsLine() throws IOException {
    assertMessage(
        resource("tab.yaml"),
        "chaos/toy.yaml:7: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation).");
  }

  @Test
  void bracketWithinBrackets_theParsersProblemAndItsLine() throws IOException {
    assertMessage(
        resource("flow-unclosed.yaml"),
        "chaos/toy.yaml:5: this is not YAML: expected ',' or ']', but got {.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:~  b: [1, 2~c: 3 | 3: this is not YAML: expected ',' or ']', but got :, while parsing a flow sequence that begins in line 2.",
        "a: 1~b: [1,~  2~ | 2: this is not YAML: expected ',' or ']', but got <stream end>, while parsing a flow sequence that begins here.",
        "a: 1~b: \"c~d: 1~~ | 2: this is not YAML: found unexpected end of stream, while scanning a quoted scalar that begins here.",
        "a: 1~  b: 2 | 2: this is not YAML: mapping values are not allowed here.",
        "a: 1~b: @x | 2: this is not YAML: found character '@' that cannot start any token. (Do not use @ for indentation).",
        "- a~b: 1 | 2: this is not YAML: expected <block end>, but found '?', while parsing a block collection that begins in line 1.",
        "a: 1~b: \\x | 2: this is not YAML: the character U+0001 may not be in it.",
        "ä: 😀~b: 1~c: \\x | 3: this is not YAML: the character U+0001 may not be in it.",
        "? [a~ | 1: this is not YAML: Expected a field name (Scalar value in YAML), got this instead: <org.yaml.snakeyaml.events.SequenceStartEvent(anchor=null, tag=null, implicit=true)>."
      })
  void noYaml_theParsersProblemAndItsLine(String text, String sentence) {
    assertMessage(text.replace('~', '\n').replace("\\x", "\u0001"), "chaos/toy.yaml:" + sentence);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ExperimentFileTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [x]\nb: [*a, *a]\n",
        "a: &a {x: 1}\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n",
        "a: &a [*a]\n"
      })
  void anchorsAndAliases_areRefused(String text) {
    assertMessage(
        text,
        "chaos/toy.yaml:1: anchors and aliases (& and *) are not read here; write the value out.");
  }

  @Test
  void deepNesting_isRefused() {
    assertThat(failure("a: " + "[".repeat(5_000)))
        .hasMessageStartingWith("chaos/toy.yaml:1: ")
        .hasMessageContaining("nested");
  }

  @Test
  void secondDocument_isRefused() {
    assertMessage(
        HEAD + CONTROL + "---\nsubject: toy\n",
        "chaos/toy.yaml:8: a second document begins here; a file has one.");
  }

  @Test
  void hugeFile_isRefused() {
    assertMessage(
        "#".repeat(ExperimentFile.MAX_BYTES + 1),
        "chaos/toy.yaml: the file is larger than 256 KiB; it needs less.");
  }

  @Test
  void binaryFile_isRefused() {
    InvalidExperimentException e =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () ->
                ExperimentFile.read(
                    new ToySubject(), "chaos/toy.yaml", new byte[] {(byte) 0xff, 0}));

    assertThat(e).hasMessage("chaos/toy.yaml: the file is not UTF-8 text.");
  }

  @Test
  void severalMistakes_areListedByLine() {
    assertMessage(
        HEAD + "    settle: 1\n" + CONTROL + "    lead-in: 2\n    stedy-state: {}\n",
        "chaos/toy.yaml:5: 'settle': '1' is not a duration; write a whole number and a unit, such"
            + " as 250ms, 5s, 2m or 1h.\n"
            + "chaos/toy.yaml:8: 'lead-in': '2' is not a duration; write a whole number and a unit,"
            + " such as 250ms, 5s, 2m or 1h.\n"
            + "chaos/toy.yaml:9: unknown key 'stedy-state' in 'one'; did you mean 'steady-state'?"
            + " (known: description, given, steady-state, load, lead-in, method, duration, settle,"
            + " witness, expect, ask, rollback-within, rollback, recovery, halt).");
  }

  @Test
  void manyMistakes_tenAreListed() {
    StringBuilder text = new StringBuilder(HEAD + CONTROL);
    for (int i = 0; i < 12; i++) {
      text.append(RootLocale.format("    wrong-key-number-%d: 1\n", i));
    }

    assertThat(failure(text.toString()).getMessage()).hasLineCount(11).endsWith("\nand 2 more.");
  }

  private static ExperimentFile read(String text) {
    return read(new ToySubject(), text);
  }

  private static ExperimentFile read(ToySubject subject, String text) {
    return ExperimentFile.read(subject, "chaos/toy.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static InvalidExperimentException failure(String text) {
    return catchThrowableOfType(InvalidExperimentException.class, () -> read(text));
  }

  private static void assertMessage(String text, String message) {
    assertThat(failure(text)).isNotNull().hasMessage(message);
  }
}
