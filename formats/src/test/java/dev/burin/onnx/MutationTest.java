package dev.burin.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Damaged files are refused by a sentence, or are read as a network, and stay small. */
class MutationTest {

  private static final int RUNS = 20_000;

  /** Beside four megabytes, what each byte of a file may take. */
  private static final long TIMES = 4096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static List<byte[]> good() {
    return List.of(
        new Model()
            .input("x", 0, 3)
            .output("y", 0, 2)
            .random("W1", 1, 4, 3)
            .random("b1", 2, 4)
            .random("W2", 3, 2, 4)
            .floats("root", new int[0], Math.sqrt(2))
            .floats("1", new int[0], 1)
            .node("Gemm", "z", Model.setting("transB", 1L), "x", "W1", "b1")
            .node("Div", "d", "z", "root")
            .node("Erf", "e", "d")
            .node("Add", "p", "e", "1")
            .node("Mul", "a", "z", "p")
            .node("Gemm", "s", Model.setting("transB", 1L), "a", "W2")
            .node("Softmax", "y", Model.setting("axis", -1L), "s")
            .bytes(),
        new Model()
            .input("x", 0, 1, 3)
            .output("y", 0, 2)
            .random("W", 1, 3, 2)
            .random("m", 2, 3)
            .initializer(Model.raw(ElementType.INT64, "0", new int[0], 0))
            .initializer(Model.raw(ElementType.INT64, "rest", new int[] {1}, -1))
            .initializer(Model.raw(ElementType.INT64, "axes", new int[] {1}, 0))
            .node("Shape", "s", "x")
            .node("Gather", "n", "s", "0")
            .node("Unsqueeze", "u", "n", "axes")
            .node("Concat", "t", Model.setting("axis", 0L), "u", "rest")
            .node("Reshape", "f", "x", "t")
            .node("Sub", "c", "f", "m")
            .node("Transpose", "V", "W")
            .node("Transpose", "U", "V")
            .node("MatMul", "z", "c", "U")
            .node("Sigmoid", "y", "z")
            .bytes());
  }

  @Test
  void everyPrefixIsRefused() {
    for (byte[] good : good()) {
      assertThat(IntStream.range(0, good.length - 8).filter(n -> read(Arrays.copyOf(good, n))))
          .isEmpty();
      assertThat(read(good)).isTrue();
    }
  }

  @Test
  void everyChangedByteIsReadOrRefused() {
    for (byte[] good : good()) {
      int refused = 0;
      for (int at = 0; at < good.length; at++) {
        for (int change : new int[] {1, 2, 0x80, 0xff}) {
          byte[] mutated = good.clone();
          mutated[at] ^= (byte) change;
          refused += read(mutated) ? 0 : 1;
        }
      }
      assertThat(refused).isGreaterThan(good.length);
    }
  }

  @Test
  void randomMutationsAreReadOrRefused() {
    Random random = new Random(11);
    int read = 0;
    for (int run = 0; run < RUNS; run++) {
      byte[] mutated = good().get(run % 2).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(mutated.length);
        switch (random.nextInt(3)) {
          case 0 -> mutated[at] = (byte) random.nextInt();
          case 1 -> {
            int from = random.nextInt(mutated.length);
            int count = Math.min(random.nextInt(24), mutated.length - Math.max(at, from));
            System.arraycopy(mutated, from, mutated, at, count);
          }
          default -> mutated = cut(mutated, at, Math.min(mutated.length - at, random.nextInt(9)));
        }
      }
      read += read(mutated) ? 1 : 0;
    }
    assertThat(read).isBetween(RUNS / 50, RUNS);
  }

  private static byte[] cut(byte[] bytes, int at, int count) {
    byte[] cut = Arrays.copyOf(bytes, bytes.length - count);
    System.arraycopy(bytes, at + count, cut, at, bytes.length - count - at);
    return cut.length == 0 ? bytes : cut;
  }

  private static boolean read(byte[] bytes) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean read = isRead(bytes);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (taken > (64 << 20) + TIMES * bytes.length) {
      throw new AssertionError("It took " + taken + " bytes of memory.");
    }
    return read;
  }

  private static boolean isRead(byte[] bytes) {
    try {
      ForeignModel model = Onnx.read(bytes, "mutated.onnx");
      ImportedModel.of(model, new TypeName("app", "Mutated"));
      return true;
    } catch (MalformedFileException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.startsWith("mutated.onnx: ")
          || !message.endsWith(".")
          || message.contains("java.")) {
        throw new AssertionError(message, e);
      }
      return false;
    }
  }
}
