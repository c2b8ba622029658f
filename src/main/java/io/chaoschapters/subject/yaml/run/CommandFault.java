package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault that commands inject and other commands end. */
final class CommandFault implements Fault {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** Whether it is over is asked many times a second, and every look may be a process. */
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(500).toNanos();

  /** One look that misses it is a busy machine; nothing would undo a fault that is called over. */
  private static final int GONE_IN_LOOKS = 2;

  private final FaultEntry entry;
  private final Names names;
  private final Names witness;
  private final @Nullable Duration rollbackWithin;
  private boolean seen;
  private boolean rolledBack;
  private boolean over;
  private long lookedAt;
  private int missed;

  CommandFault(FaultEntry entry, Names names, Names witness, @Nullable Duration rollbackWithin) {
    this.entry = entry;
    this.names = names;
    this.witness = witness;
    this.rollbackWithin = rollbackWithin;
  }

  @Override
  public List<UndoStep> undo() {
    return entry.undo().stream()
        .map(
            command ->
                new UndoStep(
                    RootLocale.format("end '%s': %s", entry.name(), command.words(names)),
                    Template.fill(command.command(), names)))
        .toList();
  }

  @Override
  public void inject() {
    Check.Result before = entry.witness().look(witness);
    if (before.holds()) {
      throw new IllegalStateException(
          RootLocale.format(
              "%s: the witness of '%s' sees it before it is there (%s), so it proves nothing; let it look at something else.",
              entry.where(), entry.name(), before.words()));
    }
    run("inject", entry.inject());
  }

  @Override
  public WitnessReport witness() {
    Check.Result result = entry.witness().look(witness);
    synchronized (this) {
      seen |= result.holds();
    }
    return new WitnessReport(result.holds(), result.words());
  }

  /** Over is what was there and is no more; a witness that does not answer does not know. */
  @Override
  public synchronized boolean isOver() {
    if (over || !(seen || rolledBack)) {
      return over;
    }
    long now = System.nanoTime();
    if (lookedAt == 0 || now - lookedAt > LOOK_AGAIN_NANOS) {
      Check.Result result = entry.witness().look(witness);
      lookedAt = now;
      if (!result.answered()) {
        throw new IllegalStateException("the witness cannot look: " + result.words());
      }
      missed = result.holds() ? 0 : missed + 1;
      over = missed >= GONE_IN_LOOKS;
    }
    return over;
  }

  @Override
  public boolean lastsUntilRollback() {
    return true;
  }

  @Override
  public void rollback() {
    long begun = System.nanoTime();
    run("undo", entry.undo());
    new Wait(RootLocale.format("end of '%s'", entry.name()), left(begun), LOOK_EVERY)
        .until(
            () -> {
              Check.Result result = entry.witness().look(witness);
              return new Progress(result.answered() && !result.holds(), result.words());
            });
    synchronized (this) {
      rolledBack = true;
      over = true;
    }
  }

  private void run(String key, List<CommandQuestion> commands) {
    try {
      Commands.run(commands, names, entry.within(), "its key 'within'");
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          RootLocale.format(
              "%s: '%s' of fault '%s' failed: %s",
              entry.where(), key, entry.name(), Failure.words(e)),
          e);
    }
  }

  /** How long its witness may still see it. */
  private Duration left(long begun) {
    if (rollbackWithin == null) {
      return entry.within();
    }
    Duration left = rollbackWithin.minusNanos(System.nanoTime() - begun);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
