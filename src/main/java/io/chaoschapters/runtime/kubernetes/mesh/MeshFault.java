package io.chaoschapters.runtime.kubernetes.mesh;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import java.time.Duration;

/** A disturbance that is an object of Chaos Mesh: it lasts as long as the object is there. */
final class MeshFault implements Disturbance {
  private final ChaosMesh mesh;
  private final ChaosObject object;

  /** Nothing is done yet. */
  MeshFault(ChaosMesh mesh, ChaosObject object) {
    this.mesh = mesh;
    this.object = object;
  }

  @Override
  public void begin(Duration limit) {
    mesh.inject(object.lasting(limit));
  }

  /** What it reports is no proof, so that the experiment's witness is asked beside it. */
  @Override
  public boolean isOn() {
    return mesh.look(object)
        .filter(report -> report.isInjected() && !report.isRecovered())
        .isPresent();
  }

  /**
   * Chaos Mesh lets go of the object once it has undone it.
   *
   * @throws RuntimeFailureException when it does not in time
   */
  @Override
  public void end() {
    mesh.remove(object);
  }

  @Override
  public UndoStep undoStep() {
    return new UndoStep("remove " + object, mesh.removeByHand(object));
  }
}
