package dev.burin.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import dev.burin.processor.model.Scope;
import dev.burin.processor.model.TypeReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of types in the class that implements the user's interface. A member of the interface
 * is a member of the class and hides a type of its name; a field hides a type as well, wherever an
 * expression may begin with either. What is hidden is spelled with its package.
 */
final class TypeNames {

  private static final Pattern IMPORT = Pattern.compile("(?m)^import \\S+\\.([^\\s.]+);$");
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?<!^import |[\\w.])"
              + "(?:dev\\.burin(?:\\.(?:machine|shape|kernel|network|io))?|javax?(?:\\.\\w+)+)"
              + "\\.([A-Z]\\w*)",
          Pattern.MULTILINE);

  private final NetworkModel model;
  private final Scope scope;
  private final Set<String> fields = new HashSet<>();

  private TypeNames(NetworkModel model, Scope scope) {
    this.model = model;
    this.scope = scope;
    fields.addAll(scope.fields());
  }

  /** The names where nothing is hidden. */
  static TypeNames plain(NetworkModel model) {
    return new TypeNames(model, Scope.EMPTY);
  }

  /** The names in a class of these fields. */
  static TypeNames in(TypeSpec type, NetworkModel model, Scope scope) {
    TypeNames names = new TypeNames(model, scope);
    type.fieldSpecs().stream().map(FieldSpec::name).forEach(names.fields::add);
    return names;
  }

  /** A name for a method of the class, which the interface has not given to one of its own. */
  String freeMethod(String name) {
    return scope.methods().contains(name) ? freeMethod(name + "_") : name;
  }

  /** The interface, at the head of the class, where its members are not known yet. */
  ClassName interfaceName() {
    return simple(new TypeReference(model.packageName(), parts(model.interfaceName())));
  }

  /** A class of the package, where only a type can be meant. */
  ClassName beside(String simpleName) {
    return name(
        new TypeReference(model.packageName(), List.of(simpleName)), scope.types()::contains);
  }

  /** A record of the user's, where only a type can be meant. */
  ClassName of(RecordModel input) {
    return name(input.type(), scope.types()::contains);
  }

  /** An enum of the user's, where an expression may begin with it. */
  ClassName of(EnumModel answer) {
    return name(answer.type(), this::hides);
  }

  private ClassName name(TypeReference type, Predicate<String> hides) {
    String first = type.simpleNames().getFirst();
    if (!hides.test(first)) {
      return simple(type);
    }
    String qualified = type.qualifiedName();
    if (!type.packageName().isEmpty() && qualifies(qualified, hides)) {
      return literally(qualified);
    }
    String last = type.simpleNames().getLast();
    if (qualified.equals(model.qualifiedInterfaceName() + "." + last) && !fields.contains(last)) {
      return literally(last);
    }
    throw hidden(qualified, first);
  }

  /** Of the types that a source imports, the simple names of those that are hidden in its class. */
  Set<String> hidden(String source) {
    return IMPORT
        .matcher(source)
        .results()
        .map(type -> type.group(1))
        .filter(this::hides)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Looks at the names that are spelled with their package, also those that share their simple name
   * with a type of the user's.
   *
   * @throws HiddenNameException if one of them does not mean the type
   */
  void check(String source) {
    for (MatchResult type : QUALIFIED.matcher(source).results().toList()) {
      if (!qualifies(type.group(), this::hides)) {
        throw hidden(type.group(), type.group(1));
      }
    }
  }

  private boolean hides(String name) {
    return scope.types().contains(name) || fields.contains(name);
  }

  /** Whether the first part of a name is a package, as it is where nothing else is called so. */
  private boolean qualifies(String name, Predicate<String> hides) {
    String first = parts(name).getFirst();
    return !hides.test(first) && !scope.neighbours().test(first);
  }

  private static HiddenNameException hidden(String qualified, String simple) {
    String first = parts(qualified).getFirst();
    return new HiddenNameException(
        qualified, simple.equals(first) ? simple : simple + " and " + first);
  }

  private static ClassName simple(TypeReference type) {
    List<String> names = type.simpleNames();
    String[] nested = names.subList(1, names.size()).toArray(String[]::new);
    return ClassName.get(type.packageName(), names.getFirst(), nested);
  }

  /** A name that is written as it stands: only types of packages are imported. */
  private static ClassName literally(String name) {
    return ClassName.get("", name);
  }

  private static List<String> parts(String dotted) {
    return List.of(dotted.split("\\.", -1));
  }
}
