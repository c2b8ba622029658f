package example;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.StatsTrack;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/** The nodes of jobs and workers, as an operator sees and changes them. */
final class JobQueue implements AutoCloseable {
  static final String JOBS = "/jobs";
  static final String WORKERS = "/workers";
  static final int QUOTA = 5_000;

  private static final String LOGIN = "operator:operator";
  private static final String QUOTA_PATH = "/zookeeper/quota" + JOBS;
  private static final String LIMITS = QUOTA_PATH + "/zookeeper_limits";
  private static final String STATS = QUOTA_PATH + "/zookeeper_stats";
  private static final Duration ANSWER = Duration.ofMillis(700);

  private final Session operator;

  JobQueue(String servers) {
    operator = new Session(servers, LOGIN);
  }

  /** Something that an operator does, again and again until it succeeds. */
  private interface Step {
    void run(ZooKeeper zk) throws IOException, KeeperException, InterruptedException;
  }

  private void insist(String what, Step step) {
    Wait.atMost(what, Duration.ofSeconds(20)).until(() -> attempt(step));
  }

  private Progress attempt(Step step) {
    try {
      step.run(operator.get());
      return Progress.reached();
    } catch (IOException | KeeperException e) {
      return Progress.notYet(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** An empty queue with its usual quota, open to everybody. */
  void recreate() {
    insist(
        "an empty queue of jobs",
        zk -> {
          for (String path : List.of(JOBS, WORKERS, QUOTA_PATH)) {
            ensure(zk, path);
          }
          zk.setACL(JOBS, ZooDefs.Ids.OPEN_ACL_UNSAFE, -1);
          for (String job : zk.getChildren(JOBS, false)) {
            ZKUtil.deleteRecursive(zk, JOBS + "/" + job, 100);
          }
          writeQuota(zk, QUOTA);
        });
  }

  private static void ensure(ZooKeeper zk, String path)
      throws KeeperException, InterruptedException {
    if (zk.exists(path, false) == null) {
      zk.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }
  }

  void setQuota(int nodes) {
    insist("quota of " + nodes + " nodes", zk -> writeQuota(zk, nodes));
  }

  private static void writeQuota(ZooKeeper zk, int nodes)
      throws KeeperException, InterruptedException {
    StatsTrack limits = new StatsTrack();
    limits.setCount(-1);
    limits.setBytes(-1);
    limits.setByteHardLimit(-1);
    limits.setCountHardLimit(nodes);
    if (zk.exists(LIMITS, false) != null) {
      zk.setData(LIMITS, limits.getStatsBytes(), -1);
      return;
    }
    zk.create(LIMITS, limits.getStatsBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    StatsTrack usage = new StatsTrack();
    usage.setCount(0);
    usage.setBytes(0);
    zk.create(STATS, usage.getStatsBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
  }

  /** Lets only operators create jobs, or everybody again. */
  void restrict(boolean restricted) {
    insist(
        "rights on " + JOBS,
        zk -> zk.setACL(JOBS, restricted ? operatorsOnly() : ZooDefs.Ids.OPEN_ACL_UNSAFE, -1));
  }

  private static List<ACL> operatorsOnly() {
    try {
      Id operators = new Id("digest", DigestAuthenticationProvider.generateDigest(LOGIN));
      List<ACL> rights = new ArrayList<>(ZooDefs.Ids.READ_ACL_UNSAFE);
      rights.add(new ACL(ZooDefs.Perms.ALL, operators));
      return rights;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM cannot make digests", e);
    }
  }

  /** How many workers are registered, or nothing when nobody answers in time. */
  OptionalDouble workers() {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    return answer(
        zk ->
            zk.getChildren(
                WORKERS,
                false,
                (code, path, context, names) -> complete(count, code, names, List::size),
                null),
        count);
  }

  OptionalDouble quota() {
    return stats(LIMITS, track -> (int) track.getCountHardLimit());
  }

  OptionalDouble nodes() {
    return stats(STATS, track -> (int) track.getCount());
  }

  private OptionalDouble stats(String node, ToIntFunction<StatsTrack> number) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    return answer(
        zk ->
            zk.getData(
                node,
                false,
                (code, path, context, data, stat) ->
                    complete(
                        count,
                        code,
                        data,
                        bytes ->
                            number.applyAsInt(
                                new StatsTrack(new String(bytes, StandardCharsets.UTF_8)))),
                null),
        count);
  }

  private static <T> void complete(
      CompletableFuture<Integer> count, int code, T answer, ToIntFunction<T> number) {
    if (code == KeeperException.Code.OK.intValue()) {
      count.complete(number.applyAsInt(answer));
    } else {
      count.completeExceptionally(KeeperException.create(KeeperException.Code.get(code)));
    }
  }

  private OptionalDouble answer(Step question, CompletableFuture<Integer> answer) {
    try {
      question.run(operator.get());
      return OptionalDouble.of(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException | KeeperException | ExecutionException | TimeoutException e) {
      return OptionalDouble.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalDouble.empty();
    }
  }

  @Override
  public void close() {
    operator.close();
  }
}
