package io.chaoschapters.stage.terminal;

import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.recording.CastRecorder;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a terminal stage looks and what it leaves behind.
 *
 * @param theme how it looks
 * @param stills the folder for stills and copies before a run has one; made when it is needed
 * @param recorder hears everything that is written to the terminal, or null; the stage does not
 *     close it
 * @param nanoTime a clock that does not go back, such as {@code System::nanoTime}
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record StageOptions(
    Theme theme, Path stills, @Nullable CastRecorder recorder, LongSupplier nanoTime) {}
