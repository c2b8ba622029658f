package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a container: those of its files, then its own. */
final class ServiceEnvironment {
  private final ComposeFile file;

  ServiceEnvironment(ComposeFile file) {
    this.file = file;
  }

  Map<String, String> read(Section service) {
    Map<String, String> all = new LinkedHashMap<>();
    fromFiles(service, all);
    Section own = service.child("environment");
    for (String name : own.keys()) {
      put(
          name,
          own.tree().root().at(own.child(name).pointer()).isNull() ? null : own.text(name),
          all);
    }
    for (String line :
        own.keys().isEmpty() ? service.texts("environment") : java.util.List.<String>of()) {
      int equals = line.indexOf('=');
      put(
          equals < 0 ? line : line.substring(0, equals),
          equals < 0 ? null : line.substring(equals + 1),
          all);
    }
    return all;
  }

  /** A name without a value is that of the environment. */
  private void put(String name, @Nullable String value, Map<String, String> all) {
    if (value == null) {
      file.variables().variable(name).ifPresent(text -> all.put(name, text));
    } else {
      all.put(name, value);
    }
  }

  private void fromFiles(Section service, Map<String, String> all) {
    String only = service.text("env_file");
    if (only != null) {
      fromFile(service, "env_file", only, true, all);
      return;
    }
    Section list = service.child("env_file");
    int count = list.tree().root().at(list.pointer()).size();
    for (int i = 0; i < count; i++) {
      String item = Integer.toString(i);
      String text = list.text(item);
      Section keys = list.child(item);
      fromFile(
          list,
          item,
          text == null ? String.valueOf(keys.text("path")) : text,
          !"false".equals(keys.text("required")),
          all);
    }
  }

  private void fromFile(
      Section at, String key, String name, boolean required, Map<String, String> all) {
    Path path = file.folder().resolve(name);
    if (!Files.exists(path)) {
      if (required) {
        at.wrong(
            key,
            RootLocale.format(
                "'env_file': '%s' is not there (%s).", Words.quoted(name), path.normalize()));
      }
      return;
    }
    try {
      all.putAll(EnvironmentFile.read(path, file.variables()));
    } catch (IllegalArgumentException | IOException e) {
      at.wrong(key, RootLocale.format("'env_file': %s.", Failure.words(e)));
    }
  }
}
