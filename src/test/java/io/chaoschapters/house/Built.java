package io.chaoschapters.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that rules of the house hold for. */
final class Built {
  private static final Pattern SOURCE =
      Pattern.compile("(io/chaoschapters/(subjects|chapters)/[^$.]+)(?:\\$[^.]*)?\\.class$");
  private static final List<Path> SUBJECTS =
      List.of(Path.of("chapters", "ratelimiter"), Path.of("chapters", "tikv"));

  private Built() {}

  /** The framework. */
  static JavaClasses framework() {
    return imported(location -> false);
  }

  /** The framework and the shipped subjects. */
  static JavaClasses product() {
    return imported(location -> isOfAChapter(location, "subjects"));
  }

  /** The same, and the shipped chapters. */
  static JavaClasses productAndChapters() {
    return imported(
        location -> isOfAChapter(location, "subjects") || isOfAChapter(location, "chapters"));
  }

  private static JavaClasses imported(ImportOption also) {
    return new ClassFileImporter()
        .withImportOption(
            location ->
                ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location)
                    || also.includes(location))
        .importPackages("io.chaoschapters");
  }

  /** The subjects are compiled as tests are, and their tests are in the same packages. */
  private static boolean isOfAChapter(Location location, String folder) {
    Matcher source = SOURCE.matcher(location.asURI().toString());
    return source.find()
        && source.group(2).equals(folder)
        && SUBJECTS.stream()
            .anyMatch(root -> Files.exists(root.resolve(source.group(1) + ".java")));
  }
}
