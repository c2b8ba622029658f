package io.chaoschapters.stage.terminal;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The attempt to take over the terminal.
 *
 * @param stage there when it went well
 * @param reason one sentence on why there is none; empty when there is one
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TerminalAttempt(Optional<TerminalStage> stage, String reason) {}
