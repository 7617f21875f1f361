package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What spark-submit gives a JVM is what tests and benchmarks here are given. */
class JvmOptionsTest {

  private static final List<String> WANTED =
      Arrays.stream(JavaModuleOptions.defaultModuleOptionArray()).map(String::strip).toList();

  @Test
  void thisJvmHasThemAll() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(WANTED);
  }

  /** So that nobody who submits an application needs a flag for the kernels. */
  @Test
  void theModuleOfTheKernelsIsAmongThem() {
    assertThat(WANTED).contains("--add-modules=jdk.incubator.vector");
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
  }
}
