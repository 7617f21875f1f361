package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.check.Agreement;
import dev.burin.check.Batch;
import dev.burin.check.GradientCheck;
import dev.burin.check.GradientReport;
import dev.burin.check.LayerGradient;
import dev.burin.check.ReferenceNetwork;
import dev.burin.kernel.FloatKernels;
import dev.burin.machine.Width;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plants one fault at a time into the source of generated kernels, compiles it, and expects the
 * comparison of gradients to find it.
 */
class PlantedFaultTest {

  /** B4 of the first layer packs what it reads, B4 of the second reads it where it lies. */
  private static final Declaration SOUND =
      new Declaration(
              "Sound",
              List.of(19, 102, 21, 17, 3),
              List.of(Activation.TANH, Activation.SILU, Activation.RELU, Activation.SIGMOID),
              Loss.MEAN_SQUARED_ERROR,
              Precision.FLOAT)
          .dropping(List.of(0.0, 0.3, 0.0, 0.2));

  private static final String NAME = Engraving.kernelName(SOUND, Width.V256);

  /** More than one shard, so that their merging matters. */
  private static final int SAMPLES = FloatKernels.SHARD + 9;

  private static Engraving sound;
  private static Engraving faulty;

  /** In every method whose name begins so, every match becomes the other text. */
  enum Fault {
    F1_SIGN("forward2Rows", "x\\.fma\\(w0", "x.neg().fma(w0"),
    F1_LAST_INPUT_FORGOTTEN("forward1Rows", "k < IN1", "k < IN1 - 1"),
    F1_TAIL_READS_THE_FIRST_BIASES(
        "forward1Tail", "fromArray\\((\\w+), p, b\\)", "fromArray($1, p, B1_AT)"),
    F1_REST_OF_THE_NARROW_LAYER_FORGOTTEN("forward4Fold", "k < IN4", "k < 16"),
    F2_ACTIVATION_FORGOTTEN("forwardTraining(", "tanh1\\([^;]*;", ";"),
    F2_RELU_FORGOTTEN("forward3Rows", "\\.blend\\([^;]*\\)\\.intoArray", ".intoArray"),
    D1_FORGOTTEN("forwardTraining(", "FloatDropout\\.forward\\([^;]*;", ";"),
    D1_F1_READS_ALL_INPUTS(
        "forwardTraining(", "forward2\\(p, ws\\.d\\[2\\]", "forward2(p, ws.a[1]"),
    D1_B4_READS_ALL_INPUTS("weightGradient(", "ws\\.d\\[2\\]", "ws.a[1]"),
    D2_FORGOTTEN("backward(", "FloatDropout\\.backward\\(ws, 4[^;]*;", ";"),
    L1_SIGN("lossGradient(", "\\* factor", "* -factor"),
    L1_MEAN_FORGOTTEN("lossGradient(", " \\* factor", ""),
    L1_TARGET_OF_THE_FIRST_OUTPUT("lossGradient(", "y\\[target \\+ j\\]", "y[target]"),
    L1_FACTOR_OF_THE_FIRST_SAMPLE("lossGradient(", "factor\\[s\\]", "factor[from]"),
    L1_SLOPE_FORGOTTEN("lossGradient(", "sigmoidGradient4\\([^;]*;", ";"),
    B1_SLOPE_FORGOTTEN("backward(", "tanhGradient1\\([^;]*;", ";"),
    B1_SLOPE_FROM_OUTPUTS_FOR_SUMS("backward(", "siluGradient2\\(ws\\.z", "siluGradient2(ws.a"),
    B2_LAST_OUTPUT_FORGOTTEN("inputGradient2Rows", "j < OUT2", "j < OUT2 - 1"),
    B2_SIGN("inputGradient2Rows", "x\\.fma\\(w0", "x.neg().fma(w0"),
    B2_WEIGHTS_NOT_TRANSPOSED("backward(", "ws\\.wt\\[2\\]", "p"),
    B2_NARROW_LAYER_SWAPS_OUTPUTS("inputGradient4(", "W4_AT \\+ IN4 \\+ k", "W4_AT + k"),
    B3_DROPPED("weightGradient(", "biasGradient1\\([^;]*;", ";"),
    B3_SHARD_OVERWRITES(
        "biasGradient2(",
        "\\.add\\(sum\\)\\.intoArray",
        ".lanewise(jdk.incubator.vector.VectorOperators.FIRST_NONZERO, sum).intoArray"),
    B4_SHARD_OVERWRITES("weightGradient1(", "!fresh \\|\\| from > 0", "!fresh"),
    B4_CHUNK_OVERWRITES("weightGradient1(", "!fresh \\|\\| from > 0", "from > 0"),
    B4_FIRST_SAMPLE_FORGOTTEN("weightGradient2Rows", "int s = 0;", "int s = 1;"),
    B4_NEIGHBOURING_INPUT("weightGradient1Rows", "packed\\[as\\]", "packed[as + 1]"),
    B4_EVERY_TILE_PACKED_TO_THE_FIRST("packInputs1(", "\\(k - block\\)", "0"),
    B4_GRADIENTS_OF_THE_FIRST_SAMPLE_PACKED("packTailGradients1(", "d \\+ s \\* STRIDE1", "d"),
    B4_REST_OF_THE_INPUTS_FORGOTTEN(
        "weightGradient1(", "part \\+ 1 == parts \\? IN1 :", "false ? IN1 :"),
    B4_NARROW_LAYER_TRANSPOSED(
        "weightGradient4Rest(", "W4_AT \\+ j \\* IN4 \\+ k", "W4_AT + k * OUT4 + j");

    private final String method;
    private final String match;
    private final String other;

    Fault(String method, String match, String other) {
      this.method = method;
      this.match = match;
      this.other = other;
    }

    /** The source with this fault, its class renamed. */
    String plant(String source) {
      Matcher methods =
          Pattern.compile(" (" + Pattern.quote(method) + ")[^;{]*\\{.*?\n  \\}\n", Pattern.DOTALL)
              .matcher(source.replaceFirst("final class .*", "$0"));
      StringBuilder planted = new StringBuilder();
      while (methods.find()) {
        String changed = methods.group().replaceAll(match, other);
        methods.appendReplacement(planted, Matcher.quoteReplacement(changed));
      }
      methods.appendTail(planted);
      if (planted.toString().equals(source)) {
        throw new IllegalStateException("The fault " + this + " finds nothing to change.");
      }
      return planted.toString().replaceAll("\\bSoundNetwork_V256\\b", className());
    }

    String className() {
      return "Fault_" + name();
    }
  }

  @BeforeAll
  static void plant() {
    sound = Engraver.engrave(List.of(SOUND));
    Map<String, String> sources = new LinkedHashMap<>();
    for (Fault fault : Fault.values()) {
      String text = fault.plant(sound.sources().get(NAME)).replace("{@link SoundNetwork}", "Sound");
      sources.put(Declaration.PACKAGE + "." + fault.className(), text);
    }
    faulty = Engraver.compile(sources);
  }

  @Test
  void withoutAFaultTheyAgree() {
    assertThat(compare(sound.floatKernels(SOUND, Width.V256)))
        .allMatch(report -> report.passes(Agreement.FLOAT_GRADIENT));
  }

  @ParameterizedTest
  @EnumSource
  void theFaultIsFound(Fault fault) {
    String name = Declaration.PACKAGE + "." + fault.className();

    assertThat(compare((FloatKernels) faulty.make(name)))
        .anyMatch(report -> !report.passes(Agreement.FLOAT_GRADIENT))
        .anyMatch(report -> report.distance() > Agreement.FAULT);
  }

  /** One thread takes each shard as a chunk of its own, two threads both shards in one chunk. */
  private static List<GradientReport> compare(FloatKernels kernels) {
    FloatSubject subject = new FloatSubject(SOUND.shape(), kernels);
    FloatNetwork network = subject.network();
    Numbers numbers = new Numbers(7, Numbers.Kind.PLAIN, Precision.FLOAT);
    subject.parameters(numbers.parameters(subject.layout()));
    double[] x = numbers.inputs(SOUND.shape(), SAMPLES);
    double[] y = numbers.targets(SOUND.shape(), SAMPLES);
    FloatTraining two = FloatTraining.onKernels(network, SAMPLES, 2);
    two.gradient(FloatSubject.narrow(x), FloatSubject.narrow(y), SAMPLES);
    float[] gradient = Arrays.copyOf(two.gradient(), network.layout().length());
    double[] weights = new double[SAMPLES];
    Arrays.setAll(weights, s -> s % 3);
    Batch weighted =
        Batch.of(
                FloatSubject.wide(FloatSubject.narrow(x)),
                FloatSubject.wide(FloatSubject.narrow(y)),
                SAMPLES)
            .weighted(weights)
            .dropping(3, 4);
    return List.of(
        GradientCheck.compare(network, weighted),
        GradientCheck.compare(network, FloatSubject.narrow(x), FloatSubject.narrow(y), SAMPLES),
        GradientCheck.compare(
            ReferenceNetwork.of(network),
            LayerGradient.of(network.layout(), gradient),
            FloatSubject.wide(FloatSubject.narrow(x)),
            FloatSubject.wide(FloatSubject.narrow(y)),
            SAMPLES));
  }
}
