package dev.burin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Which room of the runtime may know which, and who may touch the Vector API. */
class RoomsTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .importUrl(Network.class.getProtectionDomain().getCodeSource().getLocation());

  private static final DescribedPredicate<JavaClass> JDK =
      resideInAPackage("java..").or(resideInAPackage("org.jspecify.annotations")).as("java.base");

  private static DescribedPredicate<JavaClass> rooms(String... names) {
    DescribedPredicate<JavaClass> any = JDK;
    for (String name : names) {
      any = any.or(resideInAPackage(name));
    }
    return any.as(String.join(", ", names) + " and java.base");
  }

  private static void room(String name, String... known) {
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(rooms(known).or(resideInAPackage(name)))
        .check(ROOMS);
  }

  @Test
  void theVocabularyKnowsNobody() {
    room("dev.burin");
  }

  @Test
  void filesKnowTheJdkOnly() {
    room("dev.burin.file");
  }

  @Test
  void kernelKnowsTheVocabulary() {
    classes()
        .that()
        .resideInAPackage("dev.burin.kernel")
        .should()
        .onlyDependOnClassesThat(rooms("dev.burin", "dev.burin.kernel", "jdk.incubator.vector"))
        .check(ROOMS);
  }

  @Test
  void dataKnowsFilesOnly() {
    room("dev.burin.data", "dev.burin.file");
    room("dev.burin.data.npy", "dev.burin.data", "dev.burin.file");
  }

  @Test
  void trainKnowsTheKernelsAndTheData() {
    room(
        "dev.burin.train", "dev.burin", "dev.burin.kernel", "dev.burin.optimize", "dev.burin.data");
  }

  @Test
  void optimizeKnowsTheKernelsOnly() {
    room("dev.burin.optimize", "dev.burin", "dev.burin.kernel");
  }

  @Test
  void checkKnowsTheKernelsOnly() {
    room("dev.burin.check", "dev.burin", "dev.burin.kernel");
  }

  /** Where gradients lie elsewhere than what they move, HotSpot makes no vectors of plain loops. */
  @Test
  void onlyTheChoiceOfTheWidthAndTheRulesOfTilesTouchTheVectorApi() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.burin.kernel.PreferredBits")
        .and()
        .doNotHaveFullyQualifiedName("dev.burin.kernel.FloatTileRules")
        .and()
        .doNotHaveFullyQualifiedName("dev.burin.kernel.DoubleTileRules")
        .should()
        .dependOnClassesThat(resideInAPackage("jdk.incubator.."))
        .check(ROOMS);
  }

  @Test
  void nobodyReflects() {
    noClasses()
        .that()
        .resideInAPackage("dev.burin..")
        .should()
        .dependOnClassesThat(resideInAPackage("java.lang.reflect"))
        .check(ROOMS);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("dev.burin.(*)..").should().beFreeOfCycles().check(ROOMS);
  }
}
