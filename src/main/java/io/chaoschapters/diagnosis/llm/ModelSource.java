package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Preparation;
import org.jspecify.annotations.Nullable;

/** Where a model comes from; it may have to be started first. */
interface ModelSource extends AutoCloseable {
  /**
   * The model, ready to be asked. Called again, it gives the same one; one whose server ended since
   * then is started again.
   *
   * @param preparation where files may be left and who is told how far it is, or null for nowhere
   *     in particular and nobody
   * @throws io.chaoschapters.diagnosis.DiagnosisException when it cannot be had
   */
  ChatModel open(@Nullable Preparation preparation);

  /** Whether what it is shown stays on this machine. */
  boolean isOnThisMachine();

  @Override
  void close();

  /** A model that somebody else serves. */
  static ModelSource of(ChatModel model, boolean onThisMachine) {
    return new ModelSource() {
      @Override
      public ChatModel open(@Nullable Preparation preparation) {
        return model;
      }

      @Override
      public boolean isOnThisMachine() {
        return onThisMachine;
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }
}
