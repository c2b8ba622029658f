package io.chaoschapters.subjects.tikv;

import static io.chaoschapters.subjects.tikv.StandInReadings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.subjects.tikv.StandInReadings.Told;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What PD and stores say seconds after something happened to one of them is as late, as wrong and
 * as silent as it was recorded of the real ones. Elections and connections take their real time
 * here, and a busy machine takes longer: what is compared is what the programs themselves say of
 * one moment, bounds are on the side that no delay can reach, and what lasts only for a moment may
 * be missed and is brought about again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandInOverTimeTest {
  private static final String UNREACHABLE =
      "tikv_server_report_failure_msg_total{store_id=\"%d\",type=\"unreachable\"}";
  private static final String LEADERS = "tikv_raftstore_region_count{type=\"leader\"}";
  private static final String UNPERSISTED = "tikv_raft_enable_unpersisted_apply_regions";
  private static final String EVICT_SLOW = "evict-slow-store-scheduler";
  private static final int CHANCES = 5;

  @TempDir static Path folder;
  private final Recordings recordings = new Recordings();
  private LocalStandIn standIn;
  private StandInReadings seen;
  private Component pd;
  private List<Component> stores;

  /** On a busy machine stores call their disks slow, and all tests but one are not about that. */
  @BeforeAll
  void start() {
    standIn = new LocalStandIn(folder);
    pd = standIn.startPd();
    stores =
        standIn
            .runtime()
            .start(TikvComponents.stores(pd).stream().map(StandInOverTimeTest::patient).toList());
    seen = new StandInReadings(standIn, pd);
    LocalStandIn.await(
        "PD's scheduler against slow stores to be removed",
        () -> {
          int status = seen.send("DELETE", "/schedulers/" + EVICT_SLOW, "").statusCode();
          return new Progress(status == 200, "status " + status);
        });
    divide();
  }

  /** All but the last one, which is to be slow, wait for their disks for as long as need be. */
  private static ComponentSpec patient(ComponentSpec store) {
    String settings = TikvContainers.configuration("tikv.toml");
    String patient = settings.replace("[raftstore]", "[raftstore]\ninspect-interval = \"1m\"");
    assertThat(patient).isNotEqualTo(settings);
    return LocalStandIn.configured(
        store, "tikv.toml", store.id().equals("tikv-3") ? settings : patient);
  }

  @AfterAll
  void stop() {
    standIn.close();
  }

  private void divide() {
    new Division(seen.client(), LocalStandIn.PATIENCE).make();
  }

  private void evict(Component store) {
    String body = "{\"name\": \"evict-leader-scheduler\", \"store_id\": %d}";
    seen.send("POST", "/schedulers", RootLocale.format(body, seen.id(store)));
  }

  private void allow(Component store) {
    seen.send("DELETE", "/schedulers/evict-leader-scheduler-" + seen.id(store), "");
  }

  private static void until(String what, IntSupplier seen, int wanted) {
    LocalStandIn.await(
        what,
        () -> {
          int now = seen.getAsInt();
          return new Progress(now == wanted, Integer.toString(now));
        });
  }

  private void untilState(Component store, String name) {
    LocalStandIn.await(
        RootLocale.format("%s to be %s", store.id(), name),
        () -> {
          String now = seen.told(store).state();
          return new Progress(now.equals(name), now);
        });
  }

  private void untilAllAreLed() {
    until(
        "a leader of every region",
        () -> (int) stores.stream().mapToLong(seen::led).sum(),
        seen.leaders().size());
  }

  /** What lasts only for a moment is brought about again when a busy machine looked too late. */
  private static void inOneOfSomeChances(String what, BooleanSupplier chance) {
    for (int i = 0; i < CHANCES; i++) {
      if (chance.getAsBoolean()) {
        return;
      }
    }
    throw new AssertionError(RootLocale.format("%s: not seen in %d chances", what, CHANCES));
  }

  private static void await(String what, Thread thread) {
    LocalStandIn.await(what, () -> new Progress(!thread.isAlive(), "it goes on"));
  }

  private static Thread restart(Component component) {
    Thread restart = new Thread(component::restart);
    restart.start();
    return restart;
  }

  private static <T> T orNull(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalStateException e) {
      return null; // Nobody answers.
    }
  }

  @Test
  @Order(1)
  void gaugeOfLeaders_isAbsentAtFirstAndThenTenSecondsOld() {
    Component store = stores.get(1);
    store.kill();
    Thread restart = restart(store);
    AtomicReference<String> page = new AtomicReference<>();
    LocalStandIn.await(
        "a first page",
        () -> {
          page.set(orNull(() -> seen.page(store)));
          return new Progress(page.get() != null, "no answer");
        });
    assertThat(value(page.get(), UNPERSISTED)).isPresent();
    assertThat(value(page.get(), LEADERS)).as("in the first ten seconds").isEmpty();
    AtomicLong absentNanos = new AtomicLong(System.nanoTime());
    LocalStandIn.await(
        "the first ten seconds to be over",
        () -> {
          long asked = System.nanoTime();
          boolean isThere = seen.metric(store, LEADERS).isPresent();
          if (!isThere) {
            absentNanos.set(asked);
          }
          return new Progress(isThere, "no gauge");
        });
    await("the restart", restart);
    divide();
    untilGaugeIsOfThisMoment(store);

    inOneOfSomeChances("a gauge that is late", () -> isLateAfterEviction(store));
    until("no leader by the regions' own word", () -> (int) seen.leads(store), 0);
    until("the gauge to follow", () -> (int) seen.metric(store, LEADERS).orElse(-1), 0);
    // It had two values or more since it was absent.
    assertThat(Duration.ofNanos(System.nanoTime() - absentNanos.get()))
        .isGreaterThan(Duration.ofSeconds(10));
    allow(store);
    divide();
  }

  private void untilGaugeIsOfThisMoment(Component store) {
    LocalStandIn.await(
        "a gauge of this moment",
        () -> {
          String page = seen.page(store);
          OptionalDouble gauge = value(page, LEADERS);
          boolean isOfNow = gauge.orElse(0) > 0 && gauge.equals(value(page, UNPERSISTED));
          return new Progress(isOfNow, gauge.toString());
        });
  }

  /** On one page the store leads nothing, and the gauge has not heard of it yet. */
  private boolean isLateAfterEviction(Component store) {
    evict(store);
    AtomicReference<String> page = new AtomicReference<>();
    until(
        "no leader",
        () -> {
          page.set(seen.page(store));
          return (int) value(page.get(), UNPERSISTED).orElse(-1);
        },
        0);
    if (value(page.get(), LEADERS).orElse(0) > 0) {
      return true;
    }
    allow(store);
    divide();
    untilGaugeIsOfThisMoment(store);
    return false;
  }

  @Test
  @Order(2)
  void storeKilled_isCountedAtOnceInStepsAndStaysUpForTwentySeconds() {
    Component dead = stores.get(0);
    Component other = stores.get(1);
    long deadId = seen.id(dead);
    String counter = RootLocale.format(UNREACHABLE, deadId);
    OptionalDouble before = seen.metric(other, counter);
    assertThat(before.isEmpty() || seen.hasLoggedAFailure(other, deadId))
        .as("there is no series before the first failure")
        .isTrue();
    until("no pending copies", () -> seen.checked("pending-peer").size(), 0);
    Map<Long, Long> terms = seen.terms(other);

    dead.kill();
    assertThat(seen.told(dead).state()).isEqualTo("Up");
    LocalStandIn.await(
        "a first failure",
        () -> {
          OptionalDouble now = seen.metric(other, counter);
          return new Progress(now.orElse(0) > before.orElse(0), now.toString());
        });
    countsInSteps(other, counter);
    until("all regions to be led by others", () -> (int) seen.led(dead), 0);
    tellsOfNothingButPendingCopies(other, terms);
    String order = orderTo(deadId);

    untilState(dead, "Disconnected");
    Told told = seen.told(dead);
    assertThat(createdAt(order)).isBefore(told.heardAt().plusSeconds(20));
    assertThat(seen.checked("down-peer")).isEmpty();

    dead.restart();
    untilState(dead, "Up");
    until("no pending copies", () -> seen.checked("pending-peer").size(), 0);
    assertThat(seen.metric(other, counter)).as("it is never reset").isPresent();
  }

  /** The copies of those regions that elected since. */
  private void tellsOfNothingButPendingCopies(Component store, Map<Long, Long> termsBefore) {
    LocalStandIn.await(
        "pending copies of all regions that elected",
        () -> {
          Set<Long> elected =
              seen.terms(store).entrySet().stream()
                  .filter(now -> now.getValue() > termsBefore.getOrDefault(now.getKey(), 0L))
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toSet());
          Set<Long> pending = seen.checked("pending-peer");
          return new Progress(
              !elected.isEmpty() && pending.equals(elected),
              RootLocale.format("%s elected, %s are pending", elected, pending));
        });
    assertThat(seen.checked("down-peer")).isEmpty();
    assertThat(seen.checked("miss-peer")).isEmpty();
  }

  /** PD lists it for a minute, also when the store is no longer Up. */
  private String orderTo(long store) {
    Pattern order = Pattern.compile("\"[^\"]* to store " + store + "}[^\"]*\"");
    AtomicReference<String> found = new AtomicReference<>();
    LocalStandIn.await(
        "an order to the dead store to lead",
        () -> {
          String listed = seen.get("/operators").body();
          Matcher match = order.matcher(listed);
          if (match.find()) {
            found.set(match.group());
          }
          return new Progress(found.get() != null, listed);
        });
    return found.get();
  }

  private static Instant createdAt(String order) {
    Matcher time = Pattern.compile("createAt:(\\S+ \\S+) \\+0000 UTC").matcher(order);
    assertThat(time.find()).as(order).isTrue();
    return LocalDateTime.parse(
            time.group(1),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn", Locale.ROOT))
        .toInstant(ZoneOffset.UTC);
  }

  /** At most one a second, as the settings say, and several messages at a step. */
  private void countsInSteps(Component store, String counter) {
    TreeSet<Double> values = new TreeSet<>();
    long beganNanos = System.nanoTime();
    LocalStandIn.await(
        "some steps",
        () -> {
          values.add(seen.metric(store, counter).orElse(-1));
          return new Progress(values.size() > 4, values.toString());
        });
    int steps = values.size() - 1;
    assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
        .isGreaterThan(Duration.ofSeconds(steps - 1));
    assertThat(values.last() - values.first()).as("several at a step").isGreaterThan(steps);
  }

  @Test
  @Order(3)
  void twoStoresKilled_leadersStayAsTheyWereToThePlacementDriver() {
    inOneOfSomeChances("two stores gone before anybody elects", this::keepsLeadersOfTheDead);
  }

  /** False when the one that is left won an election before the second one was dead. */
  private boolean keepsLeadersOfTheDead() {
    divide();
    until("no pending copies", () -> seen.checked("pending-peer").size(), 0);
    Component left = stores.get(0);
    List<Component> dead = stores.subList(1, 3);
    long ledByLeft = seen.led(left);

    dead.forEach(Component::kill);
    Map<Long, Long> before = seen.leaders();
    until("no leader left", () -> (int) seen.leads(left), 0);
    Map<Long, Long> after = seen.leaders();
    boolean hasWon = seen.led(left) > ledByLeft;
    Set<Long> pending = seen.checked("pending-peer");
    Set<Long> lost = new TreeSet<>(seen.checked("down-peer"));
    lost.addAll(seen.checked("miss-peer"));
    long ledByDead = dead.stream().mapToLong(seen::led).sum();

    dead.forEach(Component::restart);
    until("leaders", () -> (int) stores.stream().mapToLong(seen::leads).sum(), after.size());
    if (hasWon) {
      return false;
    }
    assertThat(after).isEqualTo(before).doesNotContainValue(0L);
    assertThat(ledByDead).isGreaterThan(4);
    assertThat(pending).isEmpty();
    assertThat(lost).isEmpty();
    return true;
  }

  @Test
  @Order(4)
  void placementDriverThawed_repeatsWhatIsOnItsDiskAndKeepsTheLeaders() {
    // The last heartbeat on PD's disk is the first one, of more than twenty seconds ago.
    inOneOfSomeChances(
        "a store that is well to be called lost", () -> isLostAfterThaw(stores.get(0)));
    assertThat(seen.leaders()).doesNotContainValue(0L);
    untilState(stores.get(0), "Up");
  }

  /** False when PD was asked only after it had heard of the store again. */
  private boolean isLostAfterThaw(Component store) {
    untilState(store, "Up");
    pd.freeze(LocalStandIn.PATIENCE);
    LocalStandIn.await("six seconds of sleep", new Sleep(Duration.ofSeconds(6))::over);
    pd.thaw();
    Instant thawed = Instant.now();
    AtomicReference<Told> last = new AtomicReference<>();
    LocalStandIn.await(
        "a word of the store",
        () -> {
          Told told = orNull(() -> seen.told(store));
          last.set(told);
          return new Progress(
              told != null && (told.isLost() || told.heardAt().isAfter(thawed)),
              String.valueOf(told));
        });
    return last.get().isLost();
  }

  /** A condition that is met when time is over. */
  private record Sleep(long endNanos) {
    Sleep(Duration time) {
      this(System.nanoTime() + time.toNanos());
    }

    Progress over() {
      return new Progress(System.nanoTime() - endNanos > 0, "it sleeps");
    }
  }

  @Test
  @Order(5)
  void placementDriverKilledAndStarted_knowsRegionsWithoutLeaders() {
    inOneOfSomeChances("regions without leaders", this::knowsNoLeaderWhenItBegins);
    untilAllAreLed();
    stores.forEach(store -> untilState(store, "Up"));
  }

  /** False when leaders had told of themselves before it was asked. */
  private boolean knowsNoLeaderWhenItBegins() {
    untilAllAreLed();
    pd.kill();
    Thread restart = restart(pd);
    List<String> answers = new ArrayList<>();
    LocalStandIn.await(
        "regions",
        () -> {
          HttpResponse<String> answer = orNull(() -> seen.get("/regions"));
          if (answer != null) {
            answers.add(answer.statusCode() + " " + answer.body());
          }
          return new Progress(
              answer != null && answer.statusCode() == 200,
              answers.stream().distinct().count() + " answers");
        });
    await("the restart", restart);
    String first = answers.get(answers.size() - 1).substring("200 ".length());
    boolean isInTime =
        answers.contains("500 " + recordings.file("pd-back-starting/pd_stores.json"))
            && first.contains("\"leader\":{\"role_name\":\"\"}")
            && !first.contains("leader\":{\"role_name\":\"V");
    if (isInTime) {
      assertThat(JsonShape.of(first))
          .containsExactlyElementsOf(
              JsonShape.of(recordings.file("pd-back-plus-00s/pd_regions.json")));
    }
    return isInTime;
  }

  @Test
  @Order(6)
  void slowStore_losesAllLeadersAndOrdersToItDoNothing() {
    divide();
    Component slow = stores.get(2);
    standIn.send(
        LocalStandIn.status(slow), "PUT", "/stand-in/disk", "{\"millis\": 600000, \"by\": 200}");
    until("the worst score", () -> seen.store(slow).path("status").path("slow_score").asInt(), 100);
    assertThat(seen.send("POST", "/schedulers", "{\"name\": \"" + EVICT_SLOW + "\"}").statusCode())
        .isEqualTo(200);
    until("all leaders to leave the slow store", () -> (int) seen.led(slow), 0);

    long region = seen.leaders().keySet().iterator().next();
    HttpResponse<String> order =
        seen.send(
            "POST",
            "/operators",
            RootLocale.format(
                "{\"name\": \"transfer-leader\", \"region_id\": %d, \"to_store_id\": %d}",
                region, seen.id(slow)));
    assertThat(order.statusCode()).isEqualTo(200);
    assertThat(order.body()).contains("The operator is created.");
    LocalStandIn.await("three seconds", new Sleep(Duration.ofSeconds(3))::over);
    assertThat(seen.led(slow)).isZero();

    seen.send("DELETE", "/schedulers/" + EVICT_SLOW, "");
    divide();
    assertThat(seen.led(slow)).isPositive();
  }

  /** Version 8.5 does not wait until its leaders are gone, as later ones do for twenty seconds. */
  @Test
  @Order(7)
  void storeStoppedInOrder_isGoneSoonAndTheOthersElect() {
    Component idle = stores.get(1);
    evict(idle);
    until("no leader", () -> (int) seen.leads(idle), 0);
    Duration ofIdle = stop(idle);
    idle.restart();
    untilState(idle, "Up");
    allow(idle);
    divide();

    Component leading = stores.get(0);
    assertThat(stop(leading)).isLessThan(ofIdle.plusSeconds(15));
    until("all regions to be led by others", () -> (int) seen.led(leading), 0);
  }

  private static Duration stop(Component store) {
    long began = System.nanoTime();
    store.stop(LocalStandIn.PATIENCE);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
