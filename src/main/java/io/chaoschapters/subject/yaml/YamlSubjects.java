package io.chaoschapters.subject.yaml;

import io.chaoschapters.library.ClassPathFolder;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.SubjectSource;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Finds {@code subjects/*.yaml} in every folder and jar of the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlSubjects implements SubjectSource {
  private static final String FOLDER = "subjects";
  private static final Pattern NAME = Pattern.compile("[^/]+\\.ya?ml");

  @Override
  public List<Found> subjects(ClassLoader loader) {
    List<Found> found = new ArrayList<>();
    SubjectReader reader = new SubjectReader(loader);
    try {
      for (ClassPathFolder.File file : ClassPathFolder.files(loader, FOLDER)) {
        if (NAME.matcher(file.name()).matches()) {
          byte[] content = file.source().read(SourceFile.MAX_BYTES + 1);
          found.add(
              new Found(
                  new YamlSubject(reader.read(FOLDER + "/" + file.name(), content)), file.where()));
        }
      }
    } catch (IOException e) {
      throw new InvalidSubjectException(
          RootLocale.format(
              "The files %s/*.yaml on the class path cannot be read: %s.",
              FOLDER, Failure.words(e)));
    }
    return found;
  }
}
