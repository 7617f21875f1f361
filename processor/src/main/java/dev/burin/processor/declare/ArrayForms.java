package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.model.MethodKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recognizes the methods that take samples from an array. */
final class ArrayForms {

  private ArrayForms() {}

  /** The form of a method, if it is one of them. */
  static Optional<MethodKind.Arrays> of(MethodDeclaration method, Precision precision) {
    return matching(Spelling.of(method.result()), Spelling.of(method.parameterTypes()), precision);
  }

  /** Whether the method would be one of them if each element type in it were the right one. */
  static boolean fitsButForElement(MethodDeclaration method) {
    List<String> parameters =
        Spelling.of(method.parameterTypes()).stream().map(ArrayForms::asFloat).toList();
    return matching(asFloat(Spelling.of(method.result())), parameters, Precision.FLOAT).isPresent();
  }

  /** A signature with one element type in place of the other. */
  static String withElement(String signature, String from, String to) {
    return signature.replaceAll("\\b" + from + "\\b", to);
  }

  /** The list of all signatures that fit the outputs, for a message, each on its line. */
  static String understood(Precision precision, Ends ends) {
    Stream<String> arrays =
        Arrays.stream(MethodKind.Arrays.values())
            .filter(form -> fits(form, ends))
            .map(form -> signature(form, precision));
    String element = MethodKind.element(precision);
    Stream<String> answers = Stream.of("E name(" + element + "[] x)", "E name(R x)");
    Stream<String> number = ends.hasManyOutputs() ? Stream.of() : Stream.of(element + " name(R x)");
    Stream<String> records = Stream.concat(number, Stream.of(element + "[] name(R x)"));
    return Stream.of(arrays, answers, records)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n  ", "\n  ", ""));
  }

  private static boolean fits(MethodKind.Arrays form, Ends ends) {
    return switch (form) {
      case ONE_TO_NUMBER -> !ends.hasManyOutputs();
      case ONE_TO_CLASS, MANY_TO_CLASSES -> !ends.hasOneOutput();
      case ONE_TO_ARRAY, ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY -> true;
    };
  }

  private static String signature(MethodKind.Arrays form, Precision precision) {
    List<String> types = form.parameterTypes(precision);
    List<String> names = types.size() == 2 ? List.of("x", "out") : List.of("x", "n", "out");
    return IntStream.range(0, types.size())
        .mapToObj(i -> types.get(i) + " " + names.get(i))
        .collect(Collectors.joining(", ", form.result(precision) + " name(", ")"));
  }

  private static Optional<MethodKind.Arrays> matching(
      String result, List<String> parameters, Precision precision) {
    return Arrays.stream(MethodKind.Arrays.values())
        .filter(form -> form.result(precision).equals(result))
        .filter(form -> form.parameterTypes(precision).equals(parameters))
        .findFirst();
  }

  private static String asFloat(String type) {
    return withElement(type, "double", "float");
  }
}
