package dev.burin.processor.emit;

import static dev.burin.processor.emit.EmittedActivations.LAYERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.kernel.DoubleMath;
import dev.burin.kernel.FloatMath;
import dev.burin.processor.emit.EmittedActivations.Part;
import dev.burin.shape.LayerShape;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emitted lanes have the bits of the plain twin, at each width. */
final class ActivationTextTest {

  private static final int COUNT = 1 << 13;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void floatLanesHaveTheBitsOfTheTwin(int bits) throws ReflectiveOperationException {
    Class<?> emitted = new EmittedActivations(Precision.FLOAT, bits, folder).load();
    float[] in = floats();
    float[] out = new float[COUNT];
    for (int l = 0; l < LAYERS.size(); l++) {
      LayerShape layer = LAYERS.get(l);
      for (Part part : parts(layer.activation())) {
        String name = EmittedActivations.methodName(l, part);
        emitted.getMethod(name, float[].class, float[].class).invoke(null, in, out);
        for (int i = 0; i < COUNT; i++) {
          float expected = twin(layer, part, in[i]);
          if (Float.floatToIntBits(out[i]) != Float.floatToIntBits(expected)) {
            assertThat(out[i]).as("%s at %s", name, in[i]).isEqualTo(expected);
            assertThat(Float.floatToIntBits(out[i])).isEqualTo(Float.floatToIntBits(expected));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void doubleLanesHaveTheBitsOfTheTwin(int bits) throws ReflectiveOperationException {
    Class<?> emitted = new EmittedActivations(Precision.DOUBLE, bits, folder).load();
    double[] in = doubles();
    double[] out = new double[COUNT];
    for (int l = 0; l < LAYERS.size(); l++) {
      LayerShape layer = LAYERS.get(l);
      for (Part part : parts(layer.activation())) {
        String name = EmittedActivations.methodName(l, part);
        emitted.getMethod(name, double[].class, double[].class).invoke(null, in, out);
        for (int i = 0; i < COUNT; i++) {
          double expected = twin(layer, part, in[i]);
          if (Double.doubleToLongBits(out[i]) != Double.doubleToLongBits(expected)) {
            assertThat(out[i]).as("%s at %s", name, in[i]).isEqualTo(expected);
            assertThat(Double.doubleToLongBits(out[i]))
                .isEqualTo(Double.doubleToLongBits(expected));
          }
        }
      }
    }
  }

  /** 8,000 is where HotSpot gives up; a loop body has to leave room for what is around it. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void eachLoopStaysUnderTwoThousandBytesOfBytecode(Precision precision) {
    EmittedActivations emitted = new EmittedActivations(precision, 512, folder);
    emitted.load();
    List<MethodModel> methods = ClassFile.of().parse(emitted.bytes()).methods();
    assertThat(methods).hasSizeGreaterThan(2 * Activation.values().length - 2);
    for (MethodModel method : methods) {
      int length = ((CodeAttribute) method.code().orElseThrow()).codeLength();
      assertThat(length).as(method.methodName().stringValue()).isBetween(1, 1999);
    }
  }

  @Test
  void softmaxHasNoTextOfItsOwn() {
    ActivationText text = text(Activation.SOFTMAX, Precision.FLOAT);
    assertThatThrownBy(text::value).hasMessageContaining("SOFTMAX");
    assertThatThrownBy(text::slope).hasMessageContaining("SOFTMAX");
    assertThat(text.constants()).extracting(ActivationConstant::name).contains("LOG2_E", "EXP_0");
  }

  @Test
  void constantsAreThoseInTheTextAndNoMore() {
    assertThat(text(Activation.RELU, Precision.FLOAT).constants()).isEmpty();
    assertThat(text(Activation.LEAKY_RELU, Precision.DOUBLE).constants())
        .containsExactly(
            new ActivationConstant(
                "SLOPE7", "double", "0.01", "The slope of layer 7 just below 0."));
    assertThat(text(Activation.SIGMOID, Precision.FLOAT).constants())
        .extracting(ActivationConstant::name)
        .containsExactly(
            "EXP_FLOOR",
            "SATURATION",
            "LOG2_E",
            "LN2_HIGH",
            "LN2_LOW",
            "LOWERED_EXPONENT",
            "UNLIFT",
            "EXP_0",
            "EXP_1",
            "EXP_2",
            "EXP_3",
            "EXP_4");
  }

  /** The float nearest to a slope is spelled, not the float nearest to its double. */
  @Test
  void aSlopeIsTheFloatThatTheTwinTakes() {
    double slope = 0.1 + 0x1p-30 + 0x1p-55;
    LayerShape layer = LayerShape.of(1, 1, Activation.ELU).slope(slope);

    String literal = ActivationConstant.slope(layer, 2, Precision.FLOAT).literal();

    assertThat(literal).endsWith("f");
    assertThat(Float.parseFloat(literal)).isEqualTo((float) slope);
  }

  private static ActivationText text(Activation activation, Precision precision) {
    return ActivationText.of(LayerShape.of(1, 1, activation), 7, precision, "S");
  }

  private static List<Part> parts(Activation activation) {
    return activation == Activation.SOFTMAX ? List.of(Part.EXP) : List.of(Part.VALUE, Part.SLOPE);
  }

  private static float twin(LayerShape layer, Part part, float x) {
    float s = (float) layer.slope();
    return switch (part) {
      case EXP -> FloatMath.exp(x);
      case VALUE ->
          switch (layer.activation()) {
            case IDENTITY, SOFTMAX -> x;
            case SIGMOID -> FloatMath.sigmoid(x);
            case TANH -> FloatMath.tanh(x);
            case RELU -> FloatMath.relu(x);
            case LEAKY_RELU -> FloatMath.leakyRelu(x, s);
            case ELU -> FloatMath.elu(x, s);
            case GELU -> FloatMath.gelu(x);
            case SILU -> FloatMath.silu(x);
            case SOFTPLUS -> FloatMath.softplus(x);
            case SELU -> FloatMath.selu(x);
            case HARD_SIGMOID -> FloatMath.hardSigmoid(x);
            case MISH -> FloatMath.mish(x);
          };
      case SLOPE ->
          switch (layer.activation()) {
            case IDENTITY, SOFTMAX -> 1;
            case SIGMOID -> FloatMath.sigmoidSlope(x);
            case TANH -> FloatMath.tanhSlope(x);
            case RELU -> FloatMath.reluSlope(x);
            case LEAKY_RELU -> FloatMath.leakyReluSlope(x, s);
            case ELU -> FloatMath.eluSlope(x, s);
            case GELU -> FloatMath.geluSlope(x);
            case SILU -> FloatMath.siluSlope(x);
            case SOFTPLUS -> FloatMath.softplusSlope(x);
            case SELU -> FloatMath.seluSlope(x);
            case HARD_SIGMOID -> FloatMath.hardSigmoidSlope(x);
            case MISH -> FloatMath.mishSlope(x);
          };
    };
  }

  private static double twin(LayerShape layer, Part part, double x) {
    double s = layer.slope();
    return switch (part) {
      case EXP -> DoubleMath.exp(x);
      case VALUE ->
          switch (layer.activation()) {
            case IDENTITY, SOFTMAX -> x;
            case SIGMOID -> DoubleMath.sigmoid(x);
            case TANH -> DoubleMath.tanh(x);
            case RELU -> DoubleMath.relu(x);
            case LEAKY_RELU -> DoubleMath.leakyRelu(x, s);
            case ELU -> DoubleMath.elu(x, s);
            case GELU -> DoubleMath.gelu(x);
            case SILU -> DoubleMath.silu(x);
            case SOFTPLUS -> DoubleMath.softplus(x);
            case SELU -> DoubleMath.selu(x);
            case HARD_SIGMOID -> DoubleMath.hardSigmoid(x);
            case MISH -> DoubleMath.mish(x);
          };
      case SLOPE ->
          switch (layer.activation()) {
            case IDENTITY, SOFTMAX -> 1;
            case SIGMOID -> DoubleMath.sigmoidSlope(x);
            case TANH -> DoubleMath.tanhSlope(x);
            case RELU -> DoubleMath.reluSlope(x);
            case LEAKY_RELU -> DoubleMath.leakyReluSlope(x, s);
            case ELU -> DoubleMath.eluSlope(x, s);
            case GELU -> DoubleMath.geluSlope(x);
            case SILU -> DoubleMath.siluSlope(x);
            case SOFTPLUS -> DoubleMath.softplusSlope(x);
            case SELU -> DoubleMath.seluSlope(x);
            case HARD_SIGMOID -> DoubleMath.hardSigmoidSlope(x);
            case MISH -> DoubleMath.mishSlope(x);
          };
    };
  }

  /** Special values, then numbers of every size, then the range in which activations bend. */
  private static float[] floats() {
    float[] specials = {
      0f,
      -0f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_NORMAL,
      -Float.MIN_NORMAL,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      1f,
      -1f,
      0.55f,
      -0.55f,
      88.72283f,
      88.72284f,
      -87.4f,
      -103.97f,
      -104f,
      -110f,
      -15f,
      18f
    };
    SplittableRandom random = new SplittableRandom(1);
    float[] all = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      all[i] =
          i < COUNT / 3
              ? Float.intBitsToFloat(random.nextInt())
              : (float) random.nextDouble(-1, 1) * (i % 2 == 0 ? 4 : 120);
    }
    System.arraycopy(specials, 0, all, 0, specials.length);
    return all;
  }

  private static double[] doubles() {
    double[] specials = {
      0.0,
      -0.0,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      -Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1,
      -1,
      0.55,
      -0.55,
      709.7827,
      709.7828,
      -708.4,
      -745.1,
      -746,
      -760,
      -39,
      40
    };
    SplittableRandom random = new SplittableRandom(2);
    double[] all = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      all[i] =
          i < COUNT / 3
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextDouble(-1, 1) * (i % 2 == 0 ? 4 : 770);
    }
    System.arraycopy(specials, 0, all, 0, specials.length);
    return all;
  }
}
