package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the class files of the generated classes hold: short methods, and known types only. */
class CodeSizeTest {

  /** Half of what HotSpot still compiles. */
  private static final int BUDGET = 4_000;

  private static final int DEEPEST = 64;

  private static final Set<String> PACKAGES =
      Set.of(
          "dev.burin",
          "dev.burin.machine",
          "dev.burin.shape",
          "dev.burin.kernel",
          "dev.burin.network",
          "jdk.incubator.vector",
          "java.lang");

  @Test
  void noMethodOfTheSweepIsLongerThanTheBudget() {
    assertShort("the sweep", Sweep.engraving());
  }

  @Test
  void noMethodOfTheDeepestNetworkIsLongerThanTheBudget() {
    List<Activation> activations =
        new ArrayList<>(Collections.nCopies(DEEPEST - 1, Activation.GELU));
    activations.add(Activation.SOFTMAX);
    Declaration deepest =
        new Declaration(
            "Deepest",
            Collections.nCopies(DEEPEST + 1, 5),
            activations,
            Loss.CROSS_ENTROPY,
            Precision.DOUBLE);
    Engraving engraving = Engraver.engrave(List.of(deepest));

    assertShort("the deepest network", engraving);
  }

  @Test
  void generatedClassesKnowTheKernelRoomAndTheVectorApiOnly() {
    TreeSet<String> strangers = new TreeSet<>();
    for (ClassModel model : generated(Sweep.engraving())) {
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof ClassEntry type && !known(type.asInternalName())) {
          strangers.add(type.asInternalName());
        }
        if (entry instanceof MemberRefEntry member && reflects(member)) {
          strangers.add(member.owner().asInternalName() + "." + member.name());
        }
      }
    }

    assertThat(strangers).isEmpty();
  }

  private static boolean known(String internalName) {
    String name = internalName.replace('/', '.').replaceAll("^\\[+L?", "").replace(";", "");
    String room = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    boolean element = name.length() == 1;
    return element
        || PACKAGES.contains(room)
        || room.equals(Declaration.PACKAGE)
        || name.equals("java.lang.invoke.MethodHandles$Lookup");
  }

  /** Calls of java.lang that are reflection; an enum's switch may ask for its constants. */
  private static boolean reflects(MemberRefEntry member) {
    return Set.of("java/lang/Class", "java/lang/ClassLoader", "java/lang/Module")
        .contains(member.owner().asInternalName());
  }

  private static void assertShort(String what, Engraving engraving) {
    TreeMap<Integer, String> sizes = new TreeMap<>();
    int methods = 0;
    List<String> late = new ArrayList<>();
    for (ClassModel model : generated(engraving)) {
      for (MethodModel method : model.methods()) {
        int size = method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
        String name =
            model.thisClass().asInternalName().replaceAll(".*/", "") + "." + method.methodName();
        methods++;
        sizes.put(size, name);
        if (size > BUDGET) {
          late.add(name + " has " + size + " bytes");
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "code size of %s: %d methods, the longest is %s with %d bytes%n",
        what,
        methods,
        sizes.lastEntry().getValue(),
        sizes.lastKey());
    assertThat(late).isEmpty();
  }

  private static List<ClassModel> generated(Engraving engraving) {
    return engraving.classes().entrySet().stream()
        .filter(each -> each.getKey().contains("Network"))
        .map(each -> ClassFile.of().parse(each.getValue()))
        .collect(Collectors.toList());
  }
}
