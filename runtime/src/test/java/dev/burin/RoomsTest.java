package dev.burin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the runtime may know which, and who may touch the Vector API. */
class RoomsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Network.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaClass> JDK =
      resideInAPackage("java..").or(resideInAPackage("org.jspecify.annotations")).as("java.base");

  /** Who asks the JVM for its width, and who moves the weights of tiles. */
  private static final Set<String> SIMD =
      Set.of(
          "dev.burin.machine.PreferredBits",
          "dev.burin.kernel.FloatTileRules",
          "dev.burin.kernel.DoubleTileRules");

  private static List<String> rooms() {
    return Rooms.LOW_TO_HIGH;
  }

  private static DescribedPredicate<JavaClass> any(Iterable<String> rooms) {
    DescribedPredicate<JavaClass> any = JDK;
    for (String room : rooms) {
      any = any.or(resideInAPackage(room));
    }
    return any.as(String.join(", ", rooms) + " and java.base");
  }

  private static void onlyKnows(String room, Iterable<String> known) {
    classes()
        .that()
        .resideInAPackage(room)
        .and(DescribedPredicate.describe("need no SIMD", c -> !SIMD.contains(c.getFullName())))
        .should()
        .onlyDependOnClassesThat(any(known).or(resideInAPackage(room)))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyThoseBelow(String room) {
    onlyKnows(room, Rooms.below(room));
  }

  /** A package that no list names would be bound by no rule. */
  @Test
  void everyPackageIsARoom() {
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(each -> packages.add(each.getPackageName()));

    assertThat(packages).containsExactlyInAnyOrderElementsOf(rooms());
  }

  @Test
  void shapesKnowNoMoreThanTheMachine() {
    onlyKnows("dev.burin.shape", List.of("dev.burin", "dev.burin.machine"));
  }

  @Test
  void aFormatKnowsNoNetwork() {
    onlyKnows("dev.burin.safetensors", List.of("dev.burin", "dev.burin.file"));
  }

  @Test
  void dataKnowNoNetwork() {
    onlyKnows("dev.burin.data", List.of("dev.burin.file"));
    onlyKnows("dev.burin.data.idx", List.of("dev.burin.file", "dev.burin.data"));
    onlyKnows("dev.burin.data.npy", List.of("dev.burin.file", "dev.burin.data"));
  }

  @Test
  void metricsKnowArraysAndTheRuleOfClassesAlone() {
    onlyKnows("dev.burin.metric", List.of("dev.burin.data", "dev.burin.network"));
  }

  /** What checks a training shares nothing with it. */
  @Test
  void checksKnowNeitherTrainingNorFiles() {
    onlyKnows(
        "dev.burin.check",
        List.of("dev.burin", "dev.burin.machine", "dev.burin.shape", "dev.burin.network"));
  }

  /** Where gradients lie elsewhere than what they move, HotSpot makes no vectors of plain loops. */
  @Test
  void onlyTheChoiceOfTheWidthAndTheRulesOfTilesTouchTheVectorApi() {
    Set<String> touching = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (each.getDirectDependenciesFromSelf().stream()
          .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("jdk.incubator"))) {
        touching.add(each.getFullName());
      }
    }
    assertThat(touching).containsExactlyInAnyOrderElementsOf(SIMD);
  }

  @Test
  void nobodyReflects() {
    noClasses()
        .that()
        .resideInAPackage("dev.burin..")
        .should()
        .dependOnClassesThat(resideInAPackage("java.lang.reflect"))
        .check(CLASSES);
  }
}
