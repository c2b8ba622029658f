package io.chaoschapters.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir Path folder;

  /** Does what JDK 24 and newer warn of, as libraries do. */
  static final class Library {
    public static void main(String[] arguments) throws ReflectiveOperationException {
      try {
        System.load("/no/such/library");
      } catch (UnsatisfiedLinkError e) {
        System.out.println("loaded");
      }
      Class<?> type = Class.forName("sun.misc.Unsafe");
      var field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      type.getMethod("allocateMemory", long.class).invoke(field.get(null), 8);
      System.out.println("allocated");
    }
  }

  /** Says in which locale its libraries format. */
  static final class Speaker {
    public static void main(String[] arguments) {
      System.out.println("locale: " + Locale.getDefault().toLanguageTag());
    }
  }

  @Test
  void aComponentsLocale_isNotTheMachines() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(Speaker.class, folder));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG");
    Process child = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said.strip()).isEqualTo("locale: en");
  }

  @Test
  void whatANewerJvmWarnsOf_isNotInTheLog() throws Exception {
    Process child =
        new ProcessBuilder(ChildJvm.command(Library.class, folder))
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEqualToIgnoringNewLines("loadedallocated");
    assertThat(child.waitFor()).isZero();
  }
}
