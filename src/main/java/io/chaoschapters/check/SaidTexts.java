package io.chaoschapters.check;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Reads from the byte code of a class which constant texts its methods give to others.
 *
 * <p>It follows what is pushed within one expression and knows nothing of the rest: a text that is
 * computed, or comes from a variable, is none.
 */
final class SaidTexts extends ClassVisitor {
  private static final int ASM = Opcodes.ASM9;
  private static final Object UNKNOWN = new Object();

  private final String type;
  private final Consumer<Call> calls;
  private String file = "";

  private SaidTexts(Class<?> type, Consumer<Call> calls) {
    super(ASM);
    this.type = type.getName();
    this.calls = calls;
  }

  /**
   * A call of a method.
   *
   * @param where the class, its file and the line
   * @param within the method that calls it; of a lambda, that which the lambda stands in
   * @param method the class, with slashes, and the method's name
   * @param texts the texts that its first argument is or holds, as far as the code says them
   */
  record Call(String where, String within, String method, List<String> texts) {}

  /** Reads a class; one whose byte code is too new for the library says nothing. */
  static void of(Class<?> type, Consumer<Call> calls) {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    ClassReader code;
    try (InputStream in = type.getResourceAsStream(name)) {
      if (in == null) {
        return;
      }
      code = new ClassReader(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class " + type.getName(), e);
    } catch (IllegalArgumentException e) {
      return; // The library's word for a class file of a JDK that is newer than it.
    }
    code.accept(new SaidTexts(type, calls), ClassReader.SKIP_FRAMES);
  }

  @Override
  public void visitSource(String source, String debug) {
    file = source == null ? "" : source;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Body(name.startsWith("lambda$") ? name.split("\\$")[1] : name);
  }

  private final class Body extends MethodVisitor {
    /** What was pushed last is first; a text, a list of texts for an array, or unknown. */
    private final Deque<Object> pushed = new ArrayDeque<>();

    private final String within;
    private int line;

    Body(String within) {
      super(ASM);
      this.within = within;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitLdcInsn(Object value) {
      pushed.push(value instanceof String ? value : UNKNOWN);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.DUP && !pushed.isEmpty()) {
        pushed.push(pushed.peek());
      } else if (opcode == Opcodes.AASTORE && pushed.size() > 2) {
        Object value = pushed.pop();
        pushed.pop();
        if (pushed.pop() instanceof Texts array && value instanceof String text) {
          array.all().add(text);
        }
      } else if (opcode <= Opcodes.DCONST_1) {
        pushed.push(UNKNOWN);
      } else {
        pushed.clear();
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      pushed.push(UNKNOWN);
    }

    @Override
    public void visitTypeInsn(int opcode, String of) {
      if (opcode == Opcodes.ANEWARRAY) {
        pushed.poll();
        pushed.push(new Texts(new ArrayList<>()));
      } else if (opcode == Opcodes.NEW) {
        pushed.push(UNKNOWN);
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (opcode <= Opcodes.ALOAD) {
        pushed.push(UNKNOWN);
      } else {
        pushed.clear();
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETSTATIC) {
        pushed.push(UNKNOWN);
      } else if (opcode == Opcodes.GETFIELD) {
        pushed.poll();
        pushed.push(UNKNOWN);
      } else {
        pushed.clear();
      }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      pushed.clear();
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Object first = take(descriptor);
      List<String> texts =
          first instanceof Texts array
              ? List.copyOf(array.all())
              : first instanceof String text ? List.of(text) : List.of();
      String where = RootLocale.format("%s (%s:%d)", type, file, line);
      calls.accept(new Call(where, within, owner + "." + name, texts));
      if (opcode != Opcodes.INVOKESTATIC) {
        pushed.poll();
      }
      give(descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      take(descriptor);
      give(descriptor);
    }

    /** Takes the arguments away and returns the first. */
    private Object take(String descriptor) {
      Object first = UNKNOWN;
      for (Type ignored : Type.getArgumentTypes(descriptor)) {
        first = pushed.isEmpty() ? UNKNOWN : pushed.pop();
      }
      return first;
    }

    private void give(String descriptor) {
      if (Type.getReturnType(descriptor) != Type.VOID_TYPE) {
        pushed.push(UNKNOWN);
      }
    }
  }

  /** What an array holds. */
  private record Texts(List<String> all) {}
}
