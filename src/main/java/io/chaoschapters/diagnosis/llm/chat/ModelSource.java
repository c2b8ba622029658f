package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.Preparation;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where a model comes from; it may have to be started first. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface ModelSource extends AutoCloseable {
  /**
   * The model, ready to be asked. Called again, it gives the same one; one whose server ended since
   * then is started again.
   *
   * @param preparation where files may be kept and who receives the progress, or null for the
   *     default folder and no receiver
   * @throws io.chaoschapters.diagnosis.DiagnosisException when it is not available
   */
  ModelClient open(@Nullable Preparation preparation);

  /** How far what it is shown gets. */
  Reach reach();

  /** How far something gets. */
  enum Reach {
    /** A process of this program's own, which sends nothing on. */
    OWN_PROCESS,
    /** A server on this machine, which may be a gateway to others. */
    THIS_MACHINE,
    /** Another machine. */
    ELSEWHERE
  }

  @Override
  void close();

  /** A model that another program serves. */
  static ModelSource of(ModelClient model, Reach reach) {
    return new ModelSource() {
      @Override
      public ModelClient open(@Nullable Preparation preparation) {
        return model;
      }

      @Override
      public Reach reach() {
        return reach;
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }
}
