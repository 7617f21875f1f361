package dev.burin.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.burin.processor.model.Scope;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.Machine;
import dev.burin.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Spells a plan: the class that a user names, and one kernel class for each machine. */
public final class NetworkWriter {

  private static final Pattern LANG = Pattern.compile("import java\\.lang\\.(\\w+);\n");

  private final NetworkPlan plan;
  private final Scope scope;

  private NetworkWriter(NetworkPlan plan, Scope scope) {
    this.plan = plan;
    this.scope = scope;
  }

  /** The names of all classes that are generated beside one of a qualified name, this one first. */
  public static List<String> classNames(String qualifiedName) {
    Stream<String> kernels =
        Machine.ALL.stream().map(machine -> KernelWriter.className(qualifiedName, machine));
    return Stream.concat(Stream.of(qualifiedName), kernels).toList();
  }

  /**
   * The source files of a plan, the user's class first.
   *
   * @param plan the plan
   * @param scope the names of the author's around them
   * @throws HiddenNameException if a type cannot be named in the user's class
   */
  public static List<SourceText> write(NetworkPlan plan, Scope scope) {
    NetworkWriter writer = new NetworkWriter(plan, scope);
    List<SourceText> files = new ArrayList<>();
    files.add(writer.networkClass());
    for (KernelPlan kernel : plan.kernels()) {
      files.add(writer.file(new KernelWriter(plan, kernel).type(), Set.of()));
    }
    return files;
  }

  /** Which names are hidden is known when the class has been spelled without asking. */
  private SourceText networkClass() {
    TypeSpec plain = new NetworkClassWriter(plan, TypeNames.plain(plan.model())).type();
    TypeNames names = TypeNames.in(plain, plan.model(), scope);
    TypeSpec type = new NetworkClassWriter(plan, names).type();
    SourceText file = file(type, names.hidden(text(type, Set.of())));
    names.check(file.text());
    return file;
  }

  private SourceText file(TypeSpec type, Set<String> qualified) {
    String home = plan.model().packageName();
    String name = home.isEmpty() ? type.name() : home + "." + type.name();
    return new SourceText(name, Typography.set(imports(text(type, qualified), scope.neighbours())));
  }

  private String text(TypeSpec type, Set<String> qualified) {
    TypeSpec.Builder spelled = type.toBuilder().alwaysQualify(qualified.toArray(String[]::new));
    return JavaFile.builder(plan.model().packageName(), spelled.build())
        .addFileComment("Generated from @Network on $L. Do not edit.", plan.model().interfaceName())
        .indent("  ")
        .build()
        .toString();
  }

  /** A type of java.lang is imported only where the package has another of its name. */
  private static String imports(String source, Predicate<String> neighbours) {
    return LANG.matcher(source)
        .replaceAll(
            type -> neighbours.test(type.group(1)) ? Matcher.quoteReplacement(type.group()) : "");
  }
}
