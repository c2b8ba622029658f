package io.chaoschapters.presenter.live;

import io.chaoschapters.run.PresenterAction;
import java.util.List;

/** Controls that only note what they are asked for. */
record NotedControls(List<String> done) implements ShowControls {
  @Override
  public void note(PresenterAction action) {
    done.add("note " + action);
  }

  @Override
  public void abortFault() {
    done.add("abort");
  }

  @Override
  public void leaveAtOnce() {
    done.add("leave");
  }
}
