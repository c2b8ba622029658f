package io.chaoschapters.runtime;

import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * What a runtime is given when it is opened.
 *
 * @param run the id of the run, to label what is started
 * @param folder an existing folder for working files and component logs
 * @param settings the settings of the run
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RuntimeContext(String run, Path folder, Settings settings) {}
