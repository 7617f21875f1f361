package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.burin.io.CompactWeights;
import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.network.CompactNetwork;
import dev.burin.network.FloatInference;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatReading;
import dev.burin.network.FloatTraining;
import dev.burin.network.InputScaling;
import dev.burin.network.InputType;
import dev.burin.serve.FlightRecorderMetrics;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.Mode;
import dev.burin.serve.ServingMetrics;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls allocate nothing once they are warm. */
class AllocationTest {

  private static final int CALLS = 500;

  /** The JIT needs a while; a call that allocates by itself never comes to nothing. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final BudNetwork bud = new BudNetwork(1);
  private final float[] one = new float[4];
  private final float[] answer = new float[3];
  private final float[] x = new float[4 * 200];
  private final float[] out = new float[3 * 200];
  private final int[] indexes = new int[200];
  private final Bud.Measures measures = new Bud.Measures(1, 2, 3, 4);
  private Object last = "";

  @Test
  void oneSampleToANumber() {
    ChanceNetwork chance = new ChanceNetwork(1);
    float[] pixels = new float[37];
    assertNothingAllocated(() -> chance.probability(pixels));
  }

  @Test
  void oneSampleToACallersArray() {
    assertNothingAllocated(() -> bud.outputs(one, answer));
  }

  @Test
  void oneSampleAndManyOverWeightsOfEightBits() {
    CompactNetwork compact = CompactWeights.of(bud);
    assertNothingAllocated(() -> compact.outputs(one, answer));
    assertNothingAllocated(() -> compact.outputs(x, 200, out));
  }

  @Test
  void manySamples() {
    assertNothingAllocated(() -> bud.outputs(x, 200, out));
  }

  @Test
  void manySamplesSharedAmongThreads() {
    FloatInference inference = new FloatInference(bud.network(), 2);
    assertNothingAllocated(() -> inference.outputs(x, 200, out));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void oneSampleThroughAPredictor(Mode mode) {
    try (FloatPredictor predictor = FloatPredictor.of(bud).mode(mode).build()) {
      assertNothingAllocated(() -> predictor.predict(one, 0, answer, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void oneSampleThroughAPredictorThatIsListenedTo(Mode mode) {
    ServingMetrics metrics = ServingMetrics.all(new FlightRecorderMetrics());
    try (FloatPredictor predictor = FloatPredictor.of(bud).mode(mode).metrics(metrics).build()) {
      assertNothingAllocated(() -> predictor.predict(one, 0, answer, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(InputType.class)
  void samplesThatLieInMemory(InputType type) {
    bud.network().inputScaling(InputScaling.over(255));
    FloatReading reading = bud.network().reading(type);
    ByteBuffer buffer = ByteBuffer.allocateDirect(200 * 4 * 8);
    MemorySegment segment = MemorySegment.ofBuffer(buffer);
    byte[] bytes = new byte[200 * 4 * 8];
    assertNothingAllocated(
        () -> {
          reading.outputs(buffer, 0, 1, answer, 0);
          reading.outputs(segment, 0, 200, out, 0);
          reading.outputs(bytes, 0, 200, out, 0);
        });
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aSampleThatLiesInMemoryThroughAPredictor(Mode mode) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(4 * 2);
    MemorySegment segment = MemorySegment.ofBuffer(buffer);
    try (FloatPredictor predictor = FloatPredictor.of(bud).mode(mode).build()) {
      assertNothingAllocated(
          () -> {
            predictor.reading(InputType.HALF).predict(buffer, 0, answer, 0);
            predictor.reading(InputType.HALF).predict(segment, 0, answer, 0);
          });
    }
  }

  @Test
  void slicesOfArrays() {
    FloatNetwork network = bud.network();
    FloatInference inference = new FloatInference(network, 2);
    assertNothingAllocated(
        () -> {
          network.outputs(x, 40, 100, out, 30);
          network.outputs(x, 12, answer, 0);
          network.predict(x, 8, 50, indexes, 3);
          indexes[0] = network.predict(x, 16);
        });
    assertNothingAllocated(() -> inference.outputs(x, 40, 150, out, 30));
  }

  @Test
  void aNetworkOverOtherParameters() {
    FloatNetwork other = bud.network().with(bud.network().parameters());
    assertNothingAllocated(() -> other.outputs(x, 200, out));
  }

  @Test
  void oneSampleToAnIndex() {
    assertNothingAllocated(() -> bud.index(one));
  }

  @Test
  void manySamplesToIndexes() {
    assertNothingAllocated(() -> bud.indexes(x, 200, indexes));
  }

  @Test
  void aRecordToAConstant() {
    assertNothingAllocated(() -> last = bud.kind(measures));
    assertThat(last).isInstanceOf(Bud.Kind.class);
  }

  @Test
  void aRecordThatIsRefusedGivesItsWorkspaceBack() {
    FloatWorkspace workspace = bud.network().acquire();
    bud.network().release(workspace);
    for (Bud.Measures refused :
        new Bud.Measures[] {
          null, new Bud.Measures(1, Float.NaN, 3, 4), new Bud.Measures(1, 2, 3, -1)
        }) {
      assertThatThrownBy(() -> bud.kind(refused)).isInstanceOf(RuntimeException.class);
      FloatWorkspace next = bud.network().acquire();
      assertThat(next).isSameAs(workspace);
      bud.network().release(next);
    }
  }

  @Test
  void aGradient() {
    FloatTraining training = new FloatTraining(bud.network(), 200, 1);
    assertNothingAllocated(() -> training.gradient(x, out, 200));
  }

  @Test
  void aGradientOfWeightedSamples() {
    FloatTraining training = new FloatTraining(bud.network(), 200, 1);
    training.dropout(1, 2);
    float[] weights = new float[200];
    Arrays.fill(weights, 2);
    assertNothingAllocated(() -> training.gradient(x, out, weights, 200));
  }

  @Test
  void aStep() {
    FloatTraining training = new FloatTraining(bud.network(), 100, 1);
    FloatStep rule = (p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -1e-6f);
    assertNothingAllocated(
        () -> {
          training.propagate(x, out, 100);
          training.step(rule);
        });
  }

  @Test
  void aStepThatDropsInputs() {
    FloatTraining training = new FloatTraining(bud.network(), 100, 1);
    FloatStep rule = (p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -1e-6f);
    assertNothingAllocated(
        () -> {
          training.dropout(1, 2);
          training.propagate(x, out, 100);
          training.step(rule);
        });
  }

  @Test
  void aStepSharedAmongThreads() {
    FloatTraining training = new FloatTraining(bud.network(), 100, 3);
    FloatStep rule = (p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -1e-6f);
    assertNothingAllocated(
        () -> {
          training.propagate(x, out, 100);
          training.step(rule);
        });
  }

  private static void assertNothingAllocated(Runnable call) {
    long thread = Thread.currentThread().threadId();
    long end = System.nanoTime() + PATIENCE.toNanos();
    long allocated;
    do {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      allocated = THREADS.getThreadAllocatedBytes(thread) - before;
    } while (allocated != 0 && System.nanoTime() < end);
    assertThat(allocated).as("bytes of %d calls", CALLS).isZero();
  }
}
