package io.chaoschapters.subjects.tikv.service.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** Ratis for a store that shares a small machine with two others. */
final class RaftSettings {
  private static final int FIRST_ELECTION_MIN_MILLIS = 200;
  private static final int FIRST_ELECTION_MAX_MILLIS = 500;
  private static final long BUFFER = 64 * 1024;

  /**
   * Ratis would soon ask a store that does not answer once in a second, then once in five. One that
   * is back would stand aside for so long, while the others have all the work.
   */
  private static final String ASK_AGAIN = "10ms,10, 250ms,1000000";

  private RaftSettings() {}

  static RaftProperties of(String host, int port, Path folder, StoreConfig config) {
    RaftProperties properties = new RaftProperties();
    GrpcConfigKeys.Server.setHost(properties, host);
    GrpcConfigKeys.Server.setPort(properties, port);
    RaftServerConfigKeys.setStorageDir(properties, List.of(folder.toFile()));
    elections(properties, config);
    RaftServerConfigKeys.Log.Appender.setRetryPolicy(properties, ASK_AGAIN);
    memory(properties);
    // A leader that was asleep must not answer from what it knew before. As TiKV's, it may within
    // its lease, which ends before another one can be elected.
    RaftServerConfigKeys.Read.setOption(properties, RaftServerConfigKeys.Read.Option.LINEARIZABLE);
    RaftServerConfigKeys.Read.setLeaderLeaseEnabled(properties, true);
    RaftServerConfigKeys.Read.setLeaderLeaseTimeoutRatio(
        properties, (double) config.lease().toMillis() / config.electionMin().toMillis());
    return properties;
  }

  private static void elections(RaftProperties properties, StoreConfig config) {
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, time(config.electionMin()));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, time(config.electionMax()));
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(
        properties, millis(FIRST_ELECTION_MIN_MILLIS));
    RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(
        properties, millis(FIRST_ELECTION_MAX_MILLIS));
    RaftServerConfigKeys.Rpc.setRequestTimeout(properties, millis(1_000));
    RaftServerConfigKeys.Rpc.setSleepTime(properties, millis(100));
    RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(
        properties, time(config.electionMax()));
  }

  /** The defaults are made for one server with a machine of its own. */
  private static void memory(RaftProperties properties) {
    SizeInBytes buffer = SizeInBytes.valueOf(BUFFER);
    RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf("4MB"));
    RaftServerConfigKeys.Log.setPreallocatedSize(properties, buffer);
    RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, buffer);
    RaftServerConfigKeys.Log.setQueueByteLimit(properties, SizeInBytes.valueOf("1MB"));
    // Ratis asks for room for one full message and its length.
    RaftServerConfigKeys.Log.setWriteBufferSize(properties, SizeInBytes.valueOf(BUFFER + 8));
    RaftServerConfigKeys.Write.setByteLimit(properties, SizeInBytes.valueOf("4MB"));
    RaftServerConfigKeys.ThreadPool.setClientCached(properties, false);
    RaftServerConfigKeys.ThreadPool.setClientSize(properties, 4);
    RaftServerConfigKeys.ThreadPool.setServerCached(properties, false);
    RaftServerConfigKeys.ThreadPool.setServerSize(properties, 4);
    GrpcConfigKeys.Server.setWorkerGroupSize(properties, 2);
  }

  private static TimeDuration time(Duration time) {
    return millis((int) time.toMillis());
  }

  private static TimeDuration millis(int millis) {
    return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
  }
}
