package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.network.ProxyLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A proxy in a container of its own. */
final class DelayLink extends ProxyLink {
  private final DockerComponent container;
  private final GuardLink<UndoRequest> guard;
  private final Path engine;

  DelayLink(
      ComponentSpec behind, DockerComponent container, GuardLink<UndoRequest> guard, Path engine) {
    super(behind, container);
    this.container = container;
    this.guard = guard;
    this.engine = engine;
  }

  private UndoRequest undo() {
    return UndoRequest.local(container.endpoint(LinkProxy.API).port(), "/reset");
  }

  @Override
  protected void undoAfter(Duration limit) {
    guard.arm(undo(), limit);
  }

  @Override
  protected void forgetUndo() {
    guard.disarm(undo().key());
  }

  @Override
  protected List<String> undoCommand() {
    return EngineCommand.send(engine, undo());
  }
}
