package dev.burin.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.Machine;
import dev.burin.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Spells a plan: the class that a user names, and one kernel class for each machine. */
public final class NetworkWriter {

  private NetworkWriter() {}

  /** The names of all classes that are generated beside one of a qualified name, this one first. */
  public static List<String> classNames(String qualifiedName) {
    Stream<String> kernels =
        Machine.ALL.stream().map(machine -> KernelWriter.className(qualifiedName, machine));
    return Stream.concat(Stream.of(qualifiedName), kernels).toList();
  }

  /** The source files of a plan, the user's class first. */
  public static List<SourceText> write(NetworkPlan plan) {
    List<SourceText> files = new ArrayList<>();
    files.add(file(plan, new NetworkClassWriter(plan).type()));
    for (KernelPlan kernel : plan.kernels()) {
      files.add(file(plan, new KernelWriter(plan, kernel).type()));
    }
    return files;
  }

  private static SourceText file(NetworkPlan plan, TypeSpec type) {
    String home = plan.model().packageName();
    JavaFile file =
        JavaFile.builder(home, type)
            .addFileComment(
                "Generated from @Network on $L. Do not edit.", plan.model().interfaceName())
            .skipJavaLangImports(true)
            .indent("  ")
            .build();
    String name = home.isEmpty() ? type.name() : home + "." + type.name();
    return new SourceText(name, Typography.set(file.toString()));
  }
}
