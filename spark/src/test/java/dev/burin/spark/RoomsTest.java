package dev.burin.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the room of Spark knows of the runtime, and that nothing else is in its jar. */
class RoomsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void itKnowsSparkAndTheRuntimeWithoutItsWorkshops() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.burin.spark",
                "dev.burin",
                "dev.burin.shape",
                "dev.burin.kernel",
                "dev.burin.network",
                "dev.burin.io",
                "dev.burin.file",
                "dev.burin.data",
                "dev.burin.train",
                "java..",
                "org.apache.spark..",
                "org.apache.hadoop..",
                "org.jspecify..",
                "scala.."))
        .check(CLASSES);
  }

  @Test
  void allOfItIsOneRoom() {
    classes().should().resideInAPackage("dev.burin.spark").check(CLASSES);
  }
}
