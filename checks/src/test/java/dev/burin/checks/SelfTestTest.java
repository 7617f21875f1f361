package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatKernels;
import dev.burin.machine.Readiness;
import dev.burin.machine.SelfTestResult;
import dev.burin.machine.Width;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.NetworkShape;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands between kernels and their first answer finds every fault. */
class SelfTestTest {

  /** Layers with full and narrower panels, and a narrow one with whole blocks and a rest. */
  private static final Declaration SMALL =
      new Declaration(
              "Small",
              List.of(3, 36, 66, 2),
              List.of(Activation.TANH, Activation.SILU, Activation.SIGMOID),
              Loss.MEAN_SQUARED_ERROR,
              Precision.FLOAT)
          .dropping(List.of(0.0, 0.25, 0.5));

  /** Slopes that are not the defaults, in panels and in rows. */
  private static final Declaration SLOPED =
      new Declaration(
              "Sloped",
              List.of(3, 36, 19, 2),
              List.of(Activation.LEAKY_RELU, Activation.ELU, Activation.LEAKY_RELU),
              Loss.MEAN_SQUARED_ERROR,
              Precision.FLOAT)
          .sloped(List.of(0.3, 0.5, 0.2));

  private static Engraving engraving;

  @BeforeAll
  static void engrave() {
    engraving = Engraver.engrave(List.of(SMALL, SLOPED));
  }

  @ParameterizedTest
  @EnumSource(value = Width.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void soundKernelsPass(Width width) {
    for (Declaration each : List.of(SMALL, SLOPED)) {
      FloatNetwork network = new FloatNetwork(each.shape(), engraving.floatKernels(each, width));

      assertThat(network.selfTest()).hasSize(3).allMatch(SelfTestResult::passed);
    }
  }

  /** The least difference that a slope can have, on one layer at a time. */
  @ParameterizedTest
  @EnumSource(value = Width.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void kernelsOfAnotherSlopeAreRefused(Width width) {
    try (Warnings warnings = new Warnings()) {
      for (int i = 0; i < SLOPED.slopes().size(); i++) {
        List<Double> others = new ArrayList<>(SLOPED.slopes());
        others.set(i, (double) Math.nextUp(others.get(i).floatValue()));
        NetworkShape shape = SLOPED.sloped(others).shape();
        FloatNetwork network = new FloatNetwork(shape, engraving.floatKernels(SLOPED, width));
        network.selfTest();

        assertThat(network.readiness()).as("%s", shape).isEqualTo(Readiness.REFUSED);
      }
      assertThat(warnings.lines).isNotEmpty().allMatch(line -> line.startsWith("REFUSED: the "));
    }
  }

  /** Every emitted method in turn does nothing: each has its turn in a self-test. */
  @ParameterizedTest
  @EnumSource(value = Width.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void kernelsOfWhichAnyMethodDoesNothingAreRefused(Width width) {
    String name = Engraving.kernelName(SMALL, width);
    byte[] sound = engraving.classes().get(name);
    try (Warnings warnings = new Warnings()) {
      assertThat(unnoticed(name, sound)).isEmpty();
      assertThat(warnings.lines).isNotEmpty().allMatch(line -> line.startsWith("REFUSED: the "));
    }
  }

  private static List<String> unnoticed(String name, byte[] sound) {
    List<String> unnoticed = new ArrayList<>();
    for (MethodModel method : ClassFile.of().parse(sound).methods()) {
      String dropped = method.methodName().stringValue();
      if (dropped.startsWith("<")) {
        continue;
      }
      Engraving broken = new Engraving(Map.of(), Map.of(name, without(dropped, sound)));
      FloatNetwork network = new FloatNetwork(SMALL.shape(), (FloatKernels) broken.make(name));
      network.selfTest();
      if (network.readiness() != Readiness.REFUSED) {
        unnoticed.add(dropped);
      }
    }
    return unnoticed;
  }

  private static byte[] without(String dropped, byte[] sound) {
    ClassModel model = ClassFile.of().parse(sound);
    return ClassFile.of()
        .transformClass(
            model,
            ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString(dropped), new Nothing()));
  }

  /** A body that returns at once. */
  private static final class Nothing implements CodeTransform {
    @Override
    public void accept(CodeBuilder code, CodeElement element) {}

    @Override
    public void atEnd(CodeBuilder code) {
      code.return_();
    }
  }

  /** Keeps the warnings of the project off the screen. */
  private static final class Warnings extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.burin");
    private final List<String> lines = new ArrayList<>();

    Warnings() {
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel() == Level.WARNING) {
        lines.add(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
  }
}
