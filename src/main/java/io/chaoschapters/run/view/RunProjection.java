package io.chaoschapters.run.view;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.file.JournalListener;
import org.apiguardian.api.API;

/** Keeps the view of a run up to date while its journal is written, or read again. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunProjection implements JournalListener {
  private final RunListener listener;
  private volatile RunView view = RunView.live();

  /** A projection without a listener. */
  public RunProjection() {
    this((entry, after) -> {});
  }

  /** A projection that reports every entry to a listener. */
  public RunProjection(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void on(JournalEntry entry) {
    view = view.apply(entry);
    listener.on(entry, view);
  }

  /** The run as it is now. */
  public RunView view() {
    return view;
  }
}
