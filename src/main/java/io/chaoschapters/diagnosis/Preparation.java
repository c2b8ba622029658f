package io.chaoschapters.diagnosis;

import io.chaoschapters.subject.Glossary;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What a diagnoser is given to get ready.
 *
 * @param glossary the terms that it will be asked about, in any order
 * @param folder the run's folder; what a diagnoser starts leaves its log below it
 * @param progress is given a sentence from time to time
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Preparation(Glossary glossary, Path folder, Consumer<String> progress) {}
