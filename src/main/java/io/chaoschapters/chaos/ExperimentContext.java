package io.chaoschapters.chaos;

import io.chaoschapters.chaos.undo.UndoLedger;
import io.chaoschapters.monitor.MonitorDaemon;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.subject.Cluster;
import org.apiguardian.api.API;

/**
 * What an experiment runs on.
 *
 * @param cluster the running subject
 * @param monitor observes that cluster
 * @param journal of the run
 * @param ledger of the run
 * @param watchdog ends the cluster from outside this JVM, should a fault not be undone here
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ExperimentContext(
    Cluster cluster,
    MonitorDaemon monitor,
    Journal journal,
    UndoLedger ledger,
    Watchdog watchdog) {}
