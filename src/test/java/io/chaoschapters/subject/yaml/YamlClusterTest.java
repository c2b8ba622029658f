package io.chaoschapters.subject.yaml;

import static io.chaoschapters.subject.Health.SERVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.local.LocalRuntimeProvider;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop of the file runs as processes of this machine. */
class YamlClusterTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private ComponentRuntime runtime;
  private YamlSubject subject;

  @BeforeEach
  void open() {
    runtime =
        new LocalRuntimeProvider().open(new RuntimeContext("run", folder, Settings.ofProcess()));
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private Cluster start(String text) {
    subject = new YamlSubject(ShopFile.read(text));
    return subject.start(runtime);
  }

  @Test
  void components_knowTheirOwnAndEachOthersPortsFolderFilesAndVariables() throws Exception {
    try (Cluster shop = start(ShopFile.TEXT)) {
      Component one = shop.component("till-1");
      Component two = shop.component("till-2");
      String first = state(one);
      String ports = one.endpoint("http").port() + " " + two.endpoint("http").port();

      assertThat(first)
          .contains("I am till-1, number 1")
          .contains("\"name\": \"till-1\"")
          .contains("\"peers\": \"" + ports + " " + two.endpoint("http").port() + "\"");
      assertThat(state(two)).contains("I am till-2, number 2").contains("\"peers\": \"" + ports);
      assertThat(one.role()).isEqualTo("till");
    }
  }

  private static String state(Component till) throws Exception {
    try (InputStream in = till.endpoint("http").http("/state").toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void observation_hasHealthNumbersAndWhyOneIsUnknown() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      ClusterSnapshot seen = shop.observe();

      assertThat(seen.components())
          .extracting(ComponentStatus::health)
          .containsExactly(Health.SERVING, Health.SERVING);
      assertThat(seen.facts().get("orders").value()).isZero();
      assertThat(seen.facts().get("serving").value()).isEqualTo(2);
      assertThat(seen.facts())
          .containsKeys("queue-till-1", "queue-till-2")
          .doesNotContainKey("rate");
      assertThat(seen.facts().get("page").value()).isNull();
      assertThat(seen.facts().get("page").why())
          .isEqualTo("till-1: the answer is HTML or XML, so there is no '/orders'");
    }
  }

  @Test
  void pointerAndMetricsPage_areThoseOfTheirComponent() {
    String text =
        ShopFile.with("pointer: /queue, by", "pointer: '/{id}/queue', by")
            .replace("http/metrics", "'http/{id}/metrics'");
    try (Cluster shop = start(text)) {
      assertThat(shop.observe().facts().get("queue-till-2").why())
          .isEqualTo("till-2: there is nothing at '/till-2/queue' of the answer");
      assertThat(shop.scrapeTargets())
          .extracting(target -> target.uri().getPath())
          .containsExactly("/till-1/metrics", "/till-2/metrics");
    }
  }

  @Test
  void probeWithoutAnAnswerInTime_isToldWithItsKey() {
    String probe = "probe: {http: http/health, serving: 200, degraded: 503}";
    String text =
        ShopFile.with(
            probe, "probe: {command: [sleep, '60'], within: 40ms}\n    ready: {http: http/health}");
    try (Cluster shop = start(text)) {
      assertThat(shop.hints()).isEmpty();
      shop.observe();
      assertThat(shop.hints())
          .hasSize(2)
          .contains(
              "The probe of 'till-2' (subjects/shop.yaml:4) had no answer within 40 ms;"
                  + " if that is too short for it, raise its key 'within'.");
    }
  }

  @Test
  void readyCheckWithoutAnAnswerInTime_saysSo() {
    ComponentEntry asProbe =
        ShopFile.read(ShopFile.with("degraded: 503}", "within: 40ms}")).components().get(0);
    ComponentEntry ofItsOwn =
        ShopFile.read(ShopFile.with("metrics: ", "ready: {http: http/health}\n    metrics: "))
            .components()
            .get(0);

    assertThatThrownBy(() -> asProbe.requireInTime(Health.SILENT))
        .hasMessage("no answer within 40 ms (key 'within' of its probe)");
    assertThatThrownBy(() -> ofItsOwn.requireInTime(Health.SILENT))
        .hasMessage("no answer within 1000 ms");
    asProbe.requireInTime(Health.REFUSING);
  }

  @Test
  void growthOfAnAnswer_isThatOfTheCounter_andUnknownAfterOneAnswer() throws Exception {
    String text = ShopFile.with("pointer: /orders, unit", "pointer: /orders, increase: 1h, unit");
    try (Cluster shop = start(text)) {
      assertThat(shop.observe().facts().get("orders").why())
          .isEqualTo("till-1: it was answered only once in 3600 s");

      for (int i = 0; i < 3; i++) {
        URL buy = shop.component("till-1").endpoint("http").http("/buy").toURL();
        buy.openStream().close();
      }

      Wait.atMost("a second answer", SOON)
          .until(
              () -> {
                Reading orders = shop.observe().facts().get("orders");
                return new Progress(orders.isKnown(), orders.why());
              });
      assertThat(shop.observe().facts().get("orders").asDouble().orElseThrow())
          .isCloseTo(3, within(1e-6));
    }
  }

  @Test
  void commandWithoutAComponent_isAskedOnce() {
    String text = ShopFile.with("{http: http/page, pointer: /orders,", "{command: [echo, '5'],");
    try (Cluster shop = start(text)) {
      assertThat(shop.observe().facts().get("page")).isEqualTo(Reading.of(5));
    }
  }

  @Test
  void throttled_answersEverythingLate_untilItIsRolledBack() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      Component till = shop.component("till-1");
      FaultType<Cluster> throttle =
          ComponentFaults.all().stream()
              .filter(type -> type.name().equals("throttle"))
              .findFirst()
              .orElseThrow();
      Fault fault =
          throttle.plan(
              new FaultPlan<>(
                  shop,
                  List.of(till),
                  SOON.multipliedBy(3),
                  Parameters.parse(throttle.parameters(), Map.of("pause", "300ms"))));
      Wait.atMost("a first answer", SOON)
          .until(() -> new Progress(shop.observe().components().get(0).health() == SERVING, ""));
      assertThat(fault.witness().seen()).isFalse();

      fault.inject();
      Wait.atMost("late answers", SOON)
          .until(() -> new Progress(fault.witness().seen(), fault.witness().statement()));
      assertThat(fault.witness().statement()).contains(", at its fastest after ");
      assertThat(fault.isOver()).isFalse();

      fault.rollback();
      assertThat(fault.isOver()).isTrue();
      assertThat(till.state()).isEqualTo(ComponentState.RUNNING);
      assertThat(
              throttle.obstacle(
                  new FaultPlan<>(
                      shop,
                      List.of(till),
                      SOON,
                      Parameters.parse(throttle.parameters(), Map.of("cpu-percent", "2")))))
          .hasValueSatisfying(
              why -> assertThat(why).contains("without cpu-percent it is paused by turns"));
    }
  }

  @Test
  void frozenAndKilled_areSilentAndRefusing_andAnObservationTakesNoLongerThanItMay() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      shop.component("till-1").freeze(SOON);
      shop.component("till-2").kill();
      ClusterSnapshot seen = shop.observe();
      // A busy machine may hold up one of them; what waits too long itself does so in each.
      Duration quickest = Duration.ofDays(1);
      for (int i = 0; i < 5 && quickest.compareTo(Duration.ofSeconds(2)) >= 0; i++) {
        long began = System.nanoTime();
        seen = shop.observe();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        quickest = took.compareTo(quickest) < 0 ? took : quickest;
      }

      assertThat(quickest).isLessThan(Duration.ofSeconds(2));
      assertThat(seen.components())
          .extracting(ComponentStatus::health)
          .containsExactly(Health.SILENT, Health.REFUSING);
      assertThat(seen.facts().get("serving").value()).isZero();
      assertThat(seen.facts().get("orders").isKnown()).isFalse();
    }
  }

  @Test
  void programAsProbe_tellsOneThatIsGoneFromOneThatIsNotWell() {
    String text =
        ShopFile.with(
            "    probe: {http: http/health, serving: 200, degraded: 503}",
            "    ready: {http: http/health}\n    probe: {command: ['false']}");
    try (Cluster shop = start(text)) {
      shop.component("till-2").kill();

      assertThat(shop.observe().components())
          .extracting(ComponentStatus::health)
          .containsExactly(Health.DEGRADED, Health.REFUSING);
    }
  }

  @Test
  void longLabelByComponent_stillSaysWhichComponent() {
    String text =
        ShopFile.with("pointer: /queue, by", "pointer: /queue, label: customers that wait, by");

    assertThat(ShopFile.read(text).signals())
        .extracting(entry -> entry.signal().label())
        .contains("customers that wa till-1", "customers that wa till-2");
    assertThat(ShopFile.read(text).signals())
        .extracting(entry -> entry.signal().description())
        .contains("customers that wait, on till-1", "customers that wait, on till-2");
  }

  @Test
  void componentWithoutAPort_isAsItsProcessIs() {
    String text =
        ShopFile.with(
            "signals:\n",
            "  clerk: {command: [sleep, '60']}\n  porter: {command: [sleep, '60']}\n"
                + "  guard: {command: [sleep, '60']}\n"
                + "  cook: {command: [sleep, '60'], ready: {command: ['true']},"
                + " probe: {command: [sleep, '60'], within: 100ms}}\nsignals:\n");
    try (Cluster shop = start(text)) {
      shop.component("porter").freeze(SOON);
      shop.component("guard").kill();

      assertThat(shop.observe().components())
          .filteredOn(status -> !status.id().startsWith("till"))
          .extracting(ComponentStatus::health, ComponentStatus::words)
          .containsExactly(
              tuple(Health.SERVING, "runs"),
              tuple(Health.SILENT, "is suspended"),
              tuple(Health.REFUSING, "has ended"),
              tuple(Health.SILENT, "does not answer"));
      assertThat(shop.observe().components().get(0).words()).isEqualTo("answers");
    }
  }

  @Test
  void faultByCommands_isSeenIsUndoneTwiceAndItsUndoIsKnownBefore() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      Fault jam = plan(shop, "jam");
      String undo = jam.undo().get(0).command().get(2);
      assertThat(jam.undo().get(0).command().subList(0, 2)).containsExactly("rm", "-f");
      assertThat(Path.of(undo)).isAbsolute().hasFileName("jam");

      jam.inject();

      assertThat(jam.witness().seen()).isTrue();
      assertThat(jam.isOver()).isFalse();
      assertThat(shop.observe().components().get(0).health()).isEqualTo(Health.DEGRADED);
      jam.rollback();
      jam.rollback();
      assertThat(jam.isOver()).isTrue();
      assertThat(jam.witness().seen()).isFalse();
      assertThat(shop.observe().components().get(0).health()).isEqualTo(Health.SERVING);
    }
  }

  @Test
  void witnessThatSeesItBefore_provesNothing() {
    String text = ShopFile.with("'\"jammed\":true'", "'\"jammed\"'");
    try (Cluster shop = start(text)) {
      assertThatThrownBy(() -> plan(shop, "jam").inject())
          .hasMessageContainingAll(
              "subjects/shop.yaml:28: the witness of 'jam' sees it before it is there",
              "let it look at something else");
    }
  }

  @Test
  void commandThatFails_isToldWithWhatItPrinted() {
    String text = ShopFile.with("inject: [touch, ", "inject: [ls, /nowhere, ");
    try (Cluster shop = start(text)) {
      assertThatThrownBy(() -> plan(shop, "jam").inject())
          .hasMessageMatching(
              "(?s)subjects/shop.yaml:28: 'inject' of fault 'jam' failed: 'ls /nowhere .*' ended with exit code 2: .*/nowhere.*");
    }
  }

  @Test
  void commandThatHangs_isEndedAfterItsTime() {
    String text =
        ShopFile.with("inject: [touch, \"{till-1.folder}/jam\"]", "inject: [sleep, '60']")
            .replace("    witness:", "    within: 300ms\n    witness:");
    try (Cluster shop = start(text)) {
      assertThatThrownBy(() -> plan(shop, "jam").inject())
          .hasMessage(
              "subjects/shop.yaml:28: 'inject' of fault 'jam' failed: 'sleep 60' did not end within 300 ms (its key 'within')");
    }
  }

  @Test
  void movingTarget_isWhatItIsAtTheMoment() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      assertThat(shop.isMoving("chief")).isTrue();
      assertThat(shop.target("chief").id()).isEqualTo("till-1");
      assertThat(shop.target("till-2").id()).isEqualTo("till-2");
      shop.component("till-1").kill();
      assertThatThrownBy(() -> shop.target("chief"))
          .hasMessageContaining("the target 'chief'")
          .hasMessageContaining("it is none of till-1, till-2");
    }
  }

  @Test
  void loadAtARate_goesToEachInTurnAndCountsWhatCameBack() {
    try (Cluster shop = start(ShopFile.TEXT)) {
      try (RunningLoad load = load(shop, Map.of("rate", "100/s"))) {
        await("purchases", () -> load.outcomes().getOrDefault("acknowledged", 0L) >= 10);
        shop.component("till-2").kill();
        await("refusals", () -> load.outcomes().getOrDefault("refused", 0L) >= 2);
        plan(shop, "jam").inject();
        await("failures", () -> load.outcomes().getOrDefault("failed with 503", 0L) >= 2);
      }
    }
  }

  @Test
  void programThatEndsByItself_isTold() {
    String text =
        ShopFile.with(
            "{does: buys, rate: 20/s, http: http/buy, method: POST}",
            "{does: buys, command: ['true']}");
    Map<String, Long> ended = Map.of("programs that ended by themselves", 1L);
    try (Cluster shop = start(text)) {
      // Some are gone before the runtime looks for the first time, others after it.
      for (int i = 0; i < 20; i++) {
        RunningLoad load = load(shop, Map.of());
        await("its end", () -> load.outcomes().equals(ended));
        load.close();
        assertThat(load.outcomes()).isEqualTo(ended);
      }
    }
  }

  @Test
  void programThatGoesOn_isEndedWithTheLoad() {
    String text =
        ShopFile.with(
            "{does: buys, rate: 20/s, http: http/buy, method: POST}",
            "{does: buys, command: [sleep, '60']}");
    try (Cluster shop = start(text)) {
      RunningLoad load = load(shop, Map.of());
      load.close();
      assertThat(load.outcomes()).containsExactly(Map.entry("programs that ran", 1L));
      assertThat(shop.components()).hasSize(2);
    }
  }

  @Test
  void classesOfAUser_takePartWhereTheFileNamesThem() {
    String code = "class: io.chaoschapters.subject.yaml.ShopCode$";
    String text =
        ShopFile.with("{http: http/health, serving: 200, degraded: 503}", "{" + code + "Probe}")
            .replace("{http: http/page, pointer: /orders, ", "{" + code + "Size, ")
            .replace(
                "{does: buys, rate: 20/s, http: http/buy, method: POST}", "{" + code + "Browsers}")
            .replace("  jam:\n    does", "  rain: {" + code + "Rain}\n  jam:\n    does");
    subject =
        new YamlSubject(
            ShopFile.read(
                text.replace("    ports:", "    ready: {http: http/health}\n    ports:")));
    try (Cluster shop = subject.start(runtime)) {
      ClusterSnapshot seen = shop.observe();

      assertThat(seen.components())
          .extracting(ComponentStatus::health)
          .containsExactly(Health.SERVING, Health.DEGRADED);
      assertThat(seen.facts().get("page").value()).isEqualTo(2);
      assertThat(load(shop, Map.of()).outcomes()).containsExactly(Map.entry("looked", 1L));
      assertThat(plan(shop, "rain").witness().statement()).isEqualTo("2 wet tills");
    }
  }

  @Test
  void invariantByComponent_namesTheWorst() {
    Invariant queue = ShopFile.read(ShopFile.TEXT).invariants().get(1);

    assertThat(queue.measure().apply(seen(Reading.of(1), Reading.of(5))).component())
        .isEqualTo("till-2");
    assertThat(queue.measure().apply(seen(Reading.of(7), Reading.of(5))).component())
        .isEqualTo("till-1");
    assertThat(queue.measure().apply(seen(Reading.of(1), Reading.unknown("gone"))).reading().why())
        .isEqualTo("gone");
    assertThat(queue.measure().apply(seen(Reading.of(9), Reading.unknown("gone"))).component())
        .isEqualTo("till-1");
  }

  private static Observation seen(Reading one, Reading two) {
    return new Observation(
        Instant.EPOCH, List.of(), Map.of("queue-till-1", one, "queue-till-2", two));
  }

  @Test
  void checkWithoutAStart_warnsOfWhatThisMachineDoesNotHave() {
    String text = ShopFile.with("undo: [rm, ", "undo: [rmm, ");

    assertThat(SubjectCheck.of(new YamlSubject(ShopFile.read(text))).warnings())
        .anyMatch(warning -> warning.contains("fault 'jam' needs the program 'rmm'"));
  }

  @Test
  void programThatIsMissing_isToldBeforeAnythingIsStarted() {
    String text = ShopFile.with("undo: [rm, ", "undo: [rmm, ");

    assertThatThrownBy(() -> start(text))
        .hasMessage(
            "subjects/shop.yaml:28: fault 'jam' needs the program 'rmm', which is not on the PATH."
                + " Install it, or write its path.");
    assertThat(folder.resolve("logs/till-1.log")).doesNotExist();
  }

  @Test
  void componentThatEndsAtOnce_isToldWithItsLastLine() {
    String text =
        ShopFile.with(
            "java: io.chaoschapters.subject.yaml.Till\n    command: [",
            "command: [sh, -c, 'echo cannot open the till; exit 3', ");

    assertThatThrownBy(() -> start(text))
        .hasMessageContainingAll("till-", "ended with exit code 3", "cannot open the till");
  }

  @Test
  void componentThatNeverGetsReady_isToldWithWhatWasWaitedFor() {
    String text =
        ShopFile.with("    metrics:", "    ready: {http: http/nowhere, within: 1s}\n    metrics:");

    assertThatThrownBy(() -> start(text))
        .hasMessageContainingAll("till-", "not reached in 1 s", "Last lines of ");
  }

  private Fault plan(Cluster shop, String name) {
    return fault(name)
        .plan(new FaultPlan<>(shop, List.of(), SOON, Parameters.parse(List.of(), Map.of())));
  }

  @SuppressWarnings("unchecked") // The subject's own types are for its own cluster.
  private FaultType<Cluster> fault(String name) {
    return (FaultType<Cluster>)
        subject.faults().stream()
            .filter(type -> type.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  @SuppressWarnings("unchecked") // The subject's own types are for its own cluster.
  private RunningLoad load(Cluster shop, Map<String, String> parameters) {
    LoadType<Cluster> load = (LoadType<Cluster>) subject.loads().get(0);
    return load.start(shop, Parameters.parse(load.parameters(), parameters));
  }

  private static void await(String what, java.util.function.BooleanSupplier reached) {
    Wait.atMost(what, SOON).until(() -> new Progress(reached.getAsBoolean(), "not yet"));
  }
}
