package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads which anomalies can be told apart. */
final class GlossaryReader {
  private final Section all;

  GlossaryReader(Section all) {
    this.all = all;
  }

  Glossary read() {
    List<Term> terms = new ArrayList<>();
    for (String name : all.keys()) {
      Section at = all.child(name);
      List<String> synonyms = at.texts("synonyms");
      Stream.concat(Stream.of(name), synonyms.stream())
          .forEach(
              called ->
                  terms.stream()
                      .filter(other -> other.isNamed(called))
                      .findFirst()
                      .ifPresent(
                          other ->
                              all.wrong(
                                  name,
                                  RootLocale.format(
                                      "the anomalies '%s' and '%s' are both called '%s'; an answer could mean either.",
                                      other.name(), name, called))));
      terms.add(new Term(name, String.valueOf(at.text("means")).strip(), synonyms));
    }
    return new Glossary(terms);
  }
}
