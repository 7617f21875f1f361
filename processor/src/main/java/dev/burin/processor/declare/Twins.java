package dev.burin.processor.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Methods that are inherited from several interfaces and that one generated method implements:
 * equal names and equal types of their parameters, as javac compares types.
 */
final class Twins {

  private final Types types;

  Twins(Types types) {
    this.types = types;
  }

  /** The methods in their order, those together that one method implements. */
  List<List<MethodDeclaration>> of(List<MethodDeclaration> methods) {
    List<List<MethodDeclaration>> groups = new ArrayList<>();
    for (MethodDeclaration method : methods) {
      groups.stream()
          .filter(group -> areTwins(group.getFirst(), method))
          .findFirst()
          .orElseGet(
              () -> {
                List<MethodDeclaration> group = new ArrayList<>();
                groups.add(group);
                return group;
              })
          .add(method);
    }
    return groups;
  }

  private boolean areTwins(MethodDeclaration one, MethodDeclaration other) {
    return one.name().equals(other.name())
        && (types.isSubsignature(one.type(), other.type())
            || types.isSubsignature(other.type(), one.type()));
  }

  /** The first method whose result can stand for the results of all. */
  Optional<MethodDeclaration> implemented(List<MethodDeclaration> group) {
    return group.stream()
        .filter(one -> group.stream().allMatch(other -> standsFor(one.result(), other.result())))
        .findFirst();
  }

  private boolean standsFor(TypeMirror one, TypeMirror other) {
    boolean references = isReference(one) && isReference(other);
    return references ? types.isSubtype(one, other) : types.isSameType(one, other);
  }

  private static boolean isReference(TypeMirror type) {
    return !type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID;
  }
}
