package io.chaoschapters.stage.terminal;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The thread that draws: at most ten times a second for what happens, at once for a key, and now
 * and then for the clocks on the stage.
 */
final class RenderLoop {
  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long AFTER_A_KEY = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long AT_REST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LAST_FRAME_MILLIS = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition touched = lock.newCondition();
  private final Runnable draw;
  private final BooleanSupplier moving;
  private final Thread thread;
  private boolean pending = true;
  private boolean urgent;
  private boolean stopped;

  RenderLoop(String name, Runnable draw, BooleanSupplier moving) {
    this.draw = draw;
    this.moving = moving;
    this.thread = DaemonThreads.thread(name, this::run);
  }

  void start() {
    thread.start();
  }

  /** Something changed: draw soon. */
  void touch() {
    change(() -> pending = true);
  }

  /** A key was pressed: draw at once. */
  void hurry() {
    change(() -> urgent = true);
  }

  private void change(Runnable state) {
    lock.lock();
    try {
      state.run();
      touched.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread, and waits for the frame that it may be drawing. */
  void stop() {
    change(() -> stopped = true);
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(LAST_FRAME_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long drawn = System.nanoTime() - SHORTEST;
    while (awaitTurn(drawn)) {
      drawn = System.nanoTime();
      draw.run();
    }
  }

  /** Waits until it is time to draw; false when there is no more to draw. */
  private boolean awaitTurn(long drawn) {
    lock.lock();
    try {
      while (!stopped) {
        long left = drawn + bound() - System.nanoTime();
        if (left <= 0) {
          pending = false;
          urgent = false;
          return true;
        }
        touched.awaitNanos(left);
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long bound() {
    if (urgent) {
      return AFTER_A_KEY;
    }
    return pending || moving.getAsBoolean() ? SHORTEST : AT_REST;
  }
}
