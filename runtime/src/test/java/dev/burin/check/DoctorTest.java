package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.check.Doctor.Finding;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTest {

  @Test
  void plainLoopsAreNotWellAndAreMeasured() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(30, 20, Activation.RELU));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    Doctor doctor = Doctor.examine(network, Duration.ofSeconds(1));
    assertThat(doctor.well()).isFalse();
    assertThat(finding(doctor, "kernels").value()).startsWith("plain");
    assertThat(finding(doctor, "kernels").remedy()).isNotEmpty();
    assertThat(finding(doctor, "FMA").value()).isNotEmpty();
    assertThat(finding(doctor, "speed").value()).matches("[0-9]+\\.[0-9]+ GFLOP/s .*");
  }

  @Test
  void oneFindingWithARemedyIsNotWell() {
    Finding well = new Finding("JDK", "25.0.3", "");
    Finding ill = new Finding("FMA", "missing", "Buy another machine.");
    assertThat(new Doctor(List.of(well, well)).well()).isTrue();
    assertThat(new Doctor(List.of(well, ill)).well()).isFalse();
  }

  private static Finding finding(Doctor doctor, String name) {
    return doctor.findings().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
