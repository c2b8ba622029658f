package io.chaoschapters.chapters.tikv;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subjects.tikv.TikvCluster;
import java.time.Duration;

/** A replicated store that loses one of three, and then one too many. */
@ChaosDemo(subject = "tikv")
class TikvChapters {
  /**
   * An election begins 1.5 to 3 s after a leader was last heard of; a client may need two seconds
   * more to find the new one. Shorter than any of the faults, so that waiting until the store is
   * back is not good enough.
   */
  private static final Duration LONGEST_GAP = Duration.ofSeconds(6);

  @Chapter(
      order = 1,
      title = "Three stores, every key on all of them",
      setup = true,
      autoAdvance = true,
      narration =
          """
          The keys are divided into regions. Each has three copies,
          one on each store, and one copy leads: it takes the writes.
          A placement driver hears from all stores and spreads leaders.
          We write to every region and read it back.""",
      notes = "Show the stores and how many regions each of them leads.")
  void meetTheCluster(TikvCluster cluster) {
    given()
        .baseUri(cluster.pdEndpoint().http("").toString())
        .when()
        .get("/pd/api/v1/stores")
        .then()
        .statusCode(200)
        .body("count", equalTo(3))
        .body("stores.store.state_name", everyItem(is("Up")));
    // One call may take a second and a half, which a busy machine does not always give.
    await("a write to every region")
        .atMost(Duration.ofSeconds(10))
        .pollInSameThread()
        .ignoreExceptions()
        .until(cluster::writeEverywhere, equalTo(cluster.regions()));
  }

  @Chapter(
      order = 2,
      title = "Control: writes, and nothing else",
      autoAdvance = true,
      narration =
          """
          Sixty writes a second, spread over all regions.
          Two of three stores must have each one on their disks
          before it is acknowledged. We keep a list of those that were.
          Nothing is broken, and the AI should say so.""",
      notes = "The first control: the AI is asked exactly as it is later.")
  @Experiment("ordinary-writes")
  void writesAreAcknowledged(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
    assertThat(cluster.acknowledgedWrites()).isPositive();
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 3,
      title = "One store is killed",
      narration =
          """
          One store dies without a word, in the middle of the writes.
          The regions that it led have no leader for a moment.
          The other two elect one, and writes go on.
          How long is the gap, and is every acknowledged write there?""",
      notes = "The placement driver calls the store Up for 20 s more. The clients knew at once.")
  @Experiment("one-store-killed")
  void writesOutliveAStore(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("stores-answer");
    assertThat(ai.diagnose()).names("store down");
    monitor.awaitEnd();
    assertThat(cluster.longestWriteGap()).isLessThan(LONGEST_GAP);
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 4,
      title = "Control: the store is back",
      autoAdvance = true,
      narration =
          """
          The store was started again. It has read its log, caught up
          with what it missed, and leads regions once more.
          The same writes as before, and again nothing to report.""",
      notes = "A diagnosis must end when the trouble does.")
  @Experiment("writes-after-return")
  void theStoreIsBack(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 5,
      title = "One store is frozen",
      narration =
          """
          The same store does not die this time: it just stops moving.
          Its port is open, connections are accepted, nobody answers.
          The placement driver cannot tell this from a death. Can the AI?""",
      notes = "Worse than a kill: clients wait for a time-out instead of a refusal.")
  @Experiment("one-store-frozen")
  void aFrozenStoreIsToldFromADeadOne(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("stores-answer");
    assertThat(ai.diagnose()).names("store stalled");
    monitor.awaitEnd();
    assertThat(cluster.longestWriteGap()).isLessThan(LONGEST_GAP);
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 6,
      title = "All leaders leave one store",
      narration =
          """
          Nothing fails here: every store is up, every write goes through.
          But one store has nothing to say any more, and two do its work.
          Dashboards stay green. It is an anomaly all the same.""",
      notes = "An evict-leader scheduler, as before a maintenance, that nobody took away.")
  @Experiment("leaders-evicted")
  void anIdleStoreIsNoticed(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("leaders-spread");
    assertThat(ai.diagnose()).names("leader imbalance");
    assertThat(monitor).keeps("stores-answer");
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 7,
      title = "One store answers late",
      narration =
          """
          The way to one store has become long: what it answers comes
          three tenths of a second late, to clients and to the others.
          It does its work, it sends its heartbeats, nothing fails.
          Only those whose keys it leads are waiting.""",
      notes = "Needs a runtime with something in the way: skipped where components are processes.")
  @Experiment("one-store-slow")
  void aSlowStoreIsNoticed(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("answers-even");
    assertThat(ai.diagnose()).names("slow store");
    assertThat(monitor).keeps("stores-answer");
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 8,
      title = "One store is cut off",
      narration =
          """
          Nobody dies and nobody sleeps. A cable is pulled between one store
          and the rest, and from outside all three still answer.
          It led regions a moment ago. It must not go on with them alone.
          The other two elect their own leaders, and writes go on.""",
      notes = "The store that is cut off steps down by itself: no other store can reach it.")
  @Experiment("one-store-cut-off")
  void aStoreThatIsCutOffDoesNotGoOnAlone(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("stores-connected");
    assertThat(ai.diagnose()).names("network partition");
    monitor.awaitEnd();
    assertThat(cluster.longestWriteGap()).isLessThan(LONGEST_GAP);
    assertThat(cluster.lostWrites()).isEmpty();
  }

  @Chapter(
      order = 9,
      title = "Two of three: what it cannot survive",
      narration =
          """
          Two stores die. One copy of three is no majority, so the last
          store refuses to lead: it would rather stop than lie.
          Writes stop. When the others are back, writes go on.
          What was acknowledged before is still there: all of it.""",
      notes = "The honest chapter: availability is lost, data is not.")
  @Experiment("two-stores-killed")
  void withoutAMajorityWritesStop(TikvCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("majorities-answer");
    monitor.awaitViolation("regions-led");
    assertThat(ai.diagnose()).names("quorum loss");
    monitor.awaitEnd();
    assertThat(cluster.lostWrites()).isEmpty();
  }
}
