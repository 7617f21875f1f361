package dev.burin.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** Reads a parameter list written as source, so that an emitter can be read like its output. */
final class Parameters {

  private Parameters() {}

  static void add(MethodSpec.Builder method, String parameters) {
    for (String parameter : parameters.split(", ", -1)) {
      List<String> words = List.of(parameter.split(" ", -1));
      method.addParameter(type(words.get(0)), words.get(1));
    }
  }

  private static TypeName type(String word) {
    if (word.endsWith("[]")) {
      return ArrayTypeName.of(type(word.substring(0, word.length() - 2)));
    }
    return switch (word) {
      case "boolean" -> TypeName.BOOLEAN;
      case "int" -> TypeName.INT;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> ClassName.get("dev.burin.kernel", word);
    };
  }
}
