package dev.burin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.burin.kernel.DropoutMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the runtime may know which, and who may touch the Vector API. */
class RoomsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Network.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaClass> JDK =
      resideInAPackage("java..").or(resideInAPackage("org.jspecify.annotations")).as("java.base");

  /**
   * Who asks the JVM for its width, moves the weights of tiles, and reads weights of eight bits.
   */
  private static final Set<String> SIMD =
      Set.of(
          "dev.burin.machine.PreferredBits",
          "dev.burin.kernel.CompactLanes",
          "dev.burin.kernel.FloatTileRules",
          "dev.burin.kernel.DoubleTileRules");

  /** Makes events of the flight recorder, and is loaded where somebody wants them. */
  private static final String RECORDER = "dev.burin.serve.FlightRecorderMetrics";

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
    rule(room, known).check(CLASSES);
  }

  private static ArchRule rule(String room, Iterable<String> known) {
    return classes()
        .that()
        .resideInAPackage(room)
        .and(describe("need no SIMD", c -> !SIMD.contains(c.getFullName())))
        .and(describe("make no events", c -> !c.getFullName().startsWith(RECORDER)))
        .should()
        .onlyDependOnClassesThat(any(known).or(resideInAPackage(room)));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyThoseBelow(String room) {
    onlyKnows(room, Rooms.below(room));
  }

  /** The rules above do find a class that looks up: this one is compiled to do it. */
  @Test
  void aPlantedClassIsFound(@TempDir Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("dev/burin/shape")).resolve("Up.java");
    Files.writeString(
        source,
        "package dev.burin.shape; class Up { Object up() { return new dev.burin.train.Up(); } }");
    Path above = Files.createDirectories(folder.resolve("dev/burin/train")).resolve("Up.java");
    Files.writeString(above, "package dev.burin.train; public class Up {}");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", source.toString(), above.toString());
    JavaClasses planted = new ClassFileImporter().importPath(folder);

    assertThat(exit).isZero();
    assertThat(rule("dev.burin.shape", Rooms.below("dev.burin.shape")).evaluate(planted))
        .matches(EvaluationResult::hasViolation);
    assertThat(rule("dev.burin.train", Rooms.below("dev.burin.train")).evaluate(planted))
        .matches(result -> !result.hasViolation());
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

  /** What checks a training shares nothing with it but what is dropped, which is a definition. */
  @Test
  void checksKnowNeitherTrainingNorFiles() {
    Set<String> rooms =
        Set.of("dev.burin", "dev.burin.machine", "dev.burin.shape", "dev.burin.network");
    classes()
        .that()
        .resideInAPackage("dev.burin.check")
        .should()
        .onlyDependOnClassesThat(
            any(rooms).or(resideInAPackage("dev.burin.check")).or(type(DropoutMask.class)))
        .check(CLASSES);
  }

  /** Where gradients lie elsewhere than what they move, HotSpot makes no vectors of plain loops. */
  @Test
  void onlyTheWidthTheRulesOfTilesAndCompactWeightsTouchTheVectorApi() {
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
