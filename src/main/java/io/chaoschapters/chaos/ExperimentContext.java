package io.chaoschapters.chaos;

import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.subject.Cluster;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What an experiment runs on.
 *
 * @param cluster the running subject
 * @param monitor observes that cluster
 * @param journal of the run
 * @param ledger of the run
 * @param watchdog ends the cluster from outside this JVM, should a fault not be undone here
 * @param keepAtMost how long a fault and its load may be kept beyond their time, for a review; zero
 *     where no presenter reviews anything
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ExperimentContext(
    Cluster cluster,
    MonitorDaemon monitor,
    Journal journal,
    UndoLedger ledger,
    Watchdog watchdog,
    Duration keepAtMost) {}
