package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.ChapterDiagnostician;
import org.apiguardian.api.API;

/**
 * A chapter that did not pass, with the fault's effects still in place.
 *
 * @param chapter which one
 * @param failure what it failed with
 * @param diagnostician can be asked again
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record FailedChapter(
    ChapterInfo chapter, Throwable failure, ChapterDiagnostician diagnostician) {}
