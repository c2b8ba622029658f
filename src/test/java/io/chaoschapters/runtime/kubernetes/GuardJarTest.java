package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuardJarTest {
  private static final int MOST_BYTES = 256 * 1024;

  @Test
  void programs_haveAllTheyNeedAndFitIntoAConfigMap() throws IOException {
    byte[] jar = GuardJar.bytes();
    Set<String> packed = names(jar);
    JavaClasses all = new ClassFileImporter().importPackages(packages(packed));

    Set<String> needed =
        packed.stream()
            .map(all::get)
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .filter(type -> !type.getName().startsWith("java"))
            .filter(type -> !type.isPrimitive() && !type.isArray() && !type.isAnnotation())
            .map(JavaClass::getName)
            .filter(name -> !name.startsWith("org.apiguardian")) // only its annotations' values
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packed).containsAll(needed);
    assertThat(packed)
        .contains(
            "io.chaoschapters.runtime.kubernetes.guard.ClusterGuard",
            "io.chaoschapters.runtime.kubernetes.relay.Relay");
    assertThat(jar.length).isLessThan(MOST_BYTES);
  }

  private static String[] packages(Set<String> classes) {
    return classes.stream()
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .distinct()
        .toArray(String[]::new);
  }

  private static Set<String> names(byte[] bytes) throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        names.add(entry.getName().replaceAll("[.]class$", "").replace('/', '.'));
      }
    }
    return names;
  }
}
