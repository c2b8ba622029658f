package io.chaoschapters.safety.victims;

import io.chaoschapters.subject.yaml.YamlSubject;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import io.chaoschapters.subject.yaml.run.YamlCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A subject in a file, whose fault is commands, as a victim. */
public final class ShopVictim extends Victim<YamlCluster> {
  private static final String FILE = "victims/shop.yaml";

  /** Made by {@link java.util.ServiceLoader}. */
  public ShopVictim() {
    super(read());
  }

  private static YamlSubject read() {
    ClassLoader loader = ShopVictim.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(FILE))) {
      return new YamlSubject(new SubjectReader(loader).read(FILE, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
