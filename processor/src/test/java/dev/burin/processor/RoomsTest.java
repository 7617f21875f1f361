package dev.burin.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.burin.kernel.Contract;
import dev.burin.kernel.FloatRows;
import dev.burin.kernel.Law;
import dev.burin.kernel.WorkspaceLayout;
import dev.burin.shape.Equation;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;
import org.junit.jupiter.api.Test;

/** Which room of the processor may know which. */
class RoomsTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .importUrl(NetworkProcessor.class.getProtectionDomain().getCodeSource().getLocation());

  private static final String ROOT = "dev.burin.processor";
  private static final String DECLARE = "dev.burin.processor.declare";
  private static final String PROVE = "dev.burin.processor.prove";
  private static final String REPORT = "dev.burin.processor.report";
  private static final String MODEL = "dev.burin.processor.model";
  private static final String PLAN = "dev.burin.processor.plan";
  private static final String EMIT = "dev.burin.processor.emit";

  /** One definition of the layout for the processor and the runtime is better than two. */
  private static final DescribedPredicate<JavaClass> LAYOUT =
      type(NetworkShape.class)
          .or(type(LayerShape.class))
          .or(type(ParameterLayout.class))
          .or(type(LayerLayout.class))
          .or(type(WorkspaceLayout.class))
          .or(type(Storage.class))
          .or(type(FloatRows.class))
          .or(type(Law.class))
          .or(type(Contract.class))
          .or(type(Equation.class))
          .as("the shape, the layout, the equations and the contract's number of the runtime");

  private static final DescribedPredicate<JavaClass> PLAIN_JAVA =
      resideInAPackage("java.lang..")
          .or(resideInAPackage("java.util.."))
          .or(resideInAPackage("org.jspecify.annotations"))
          .as("plain Java");

  private static DescribedPredicate<JavaClass> rooms(String... names) {
    DescribedPredicate<JavaClass> any = PLAIN_JAVA.or(resideInAPackage("dev.burin"));
    for (String name : names) {
      any = any.or(resideInAPackage(name));
    }
    return any.as(String.join(", ", names) + ", dev.burin and plain Java");
  }

  @Test
  void modelKnowsTheVocabularyAndTheLayout() {
    classes()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .onlyDependOnClassesThat(rooms(MODEL).or(LAYOUT))
        .check(ROOMS);
  }

  @Test
  void planKnowsTheModelAndTheLayout() {
    classes()
        .that()
        .resideInAPackage(PLAN)
        .should()
        .onlyDependOnClassesThat(rooms(PLAN, MODEL).or(LAYOUT))
        .check(ROOMS);
  }

  @Test
  void planDoesNotAskTheMachineItRunsOn() {
    noClasses()
        .that()
        .resideInAnyPackage(MODEL, PLAN, EMIT)
        .should()
        .dependOnClassesThat(type(System.class).or(type(Runtime.class)))
        .check(ROOMS);
  }

  @Test
  void emitKnowsTheModelThePlanAndJavaPoet() {
    classes()
        .that()
        .resideInAPackage(EMIT)
        .should()
        .onlyDependOnClassesThat(
            rooms(EMIT, PLAN, MODEL, "com.palantir.javapoet")
                .or(LAYOUT)
                .or(type(javax.lang.model.element.Modifier.class)))
        .check(ROOMS);
  }

  @Test
  void declareKnowsNeitherPlanNorEmit() {
    classes()
        .that()
        .resideInAPackage(DECLARE)
        .should()
        .onlyDependOnClassesThat(rooms(DECLARE, MODEL, REPORT, "javax.lang.model..").or(LAYOUT))
        .check(ROOMS);
  }

  @Test
  void proveKnowsFilesAndNeitherPlanNorEmit() {
    classes()
        .that()
        .resideInAPackage(PROVE)
        .should()
        .onlyDependOnClassesThat(
            rooms(
                    PROVE,
                    DECLARE,
                    MODEL,
                    REPORT,
                    "dev.burin.io",
                    "dev.burin.file",
                    "java.io",
                    "java.net",
                    "java.nio.file",
                    "java.security",
                    "javax.annotation.processing",
                    "javax.lang.model..",
                    "javax.tools")
                .or(LAYOUT))
        .check(ROOMS);
  }

  @Test
  void reportKnowsNoOtherRoom() {
    classes()
        .that()
        .resideInAPackage(REPORT)
        .should()
        .onlyDependOnClassesThat(
            rooms(REPORT, "javax.lang.model..", "javax.annotation.processing", "javax.tools"))
        .check(ROOMS);
  }

  @Test
  void noRoomKnowsTheProcessorItself() {
    noClasses()
        .that()
        .resideInAnyPackage(DECLARE, PROVE, REPORT, MODEL, PLAN, EMIT)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .check(ROOMS);
  }

  @Test
  void nobodyUsesTheInsideOfJavac() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.sun..").or(resideInAPackage("jdk..")).as("javac or the JDK"))
        .check(ROOMS);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ROOMS);
  }
}
