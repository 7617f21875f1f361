package dev.burin.processor.declare;

import dev.burin.processor.report.Place;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * An abstract method of the annotated interface.
 *
 * @param element the method
 * @param type its type as a member of the annotated interface, the type arguments of inherited
 *     interfaces filled in
 * @param place the method, or the annotated interface if the method is inherited
 */
public record MethodDeclaration(ExecutableElement element, ExecutableType type, Place place) {

  String name() {
    return element.getSimpleName().toString();
  }

  /** The simple name of the interface that declares the method. */
  String owner() {
    return element.getEnclosingElement() instanceof TypeElement type
        ? type.getSimpleName().toString()
        : "";
  }

  /** The names of the parameters; class files of other languages may hold words of Java's. */
  List<String> parameterNames() {
    List<? extends VariableElement> parameters = element.getParameters();
    return IntStream.range(0, parameters.size())
        .mapToObj(
            i -> {
              String written = parameters.get(i).getSimpleName().toString();
              return SourceVersion.isName(written) ? written : "parameter" + i;
            })
        .toList();
  }

  List<? extends TypeMirror> parameterTypes() {
    return type.getParameterTypes();
  }

  /** The place of a parameter, as far as it stands in the annotated interface. */
  Place parameterPlace(int number) {
    return place.element().equals(element) ? Place.of(element.getParameters().get(number)) : place;
  }

  TypeMirror result() {
    return type.getReturnType();
  }

  /** The method for a message: its result, its name, its parameters. */
  String spelled() {
    List<String> names = parameterNames();
    return IntStream.range(0, names.size())
        .mapToObj(i -> Spelling.of(parameterTypes().get(i)) + " " + names.get(i))
        .collect(Collectors.joining(", ", Spelling.of(result()) + " " + name() + "(", ")"));
  }
}
