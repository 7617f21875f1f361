package dev.burin.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Arrays of the constants of each enum that answers, in the order of the outputs. They name each
 * constant, so that an enum whose constants are put into another order still answers right.
 */
final class Answers {

  /** The constants that the initializer of the class lists, at 8 bytes of code each. */
  private static final int MOST_LISTED = 200;

  /** The constants that a method sets, at 10 bytes of code each. */
  private static final int MOST_SET = 300;

  private final NetworkModel model;
  private final TypeNames names;
  private final Map<EnumModel, String> fields = new LinkedHashMap<>();

  Answers(NetworkModel model, TypeNames names) {
    this.model = model;
    this.names = names;
    for (MethodModel method : model.methods()) {
      answer(method.kind())
          .ifPresent(
              each -> fields.computeIfAbsent(each, key -> free("ANSWERS" + (fields.size() + 1))));
    }
  }

  private static Optional<EnumModel> answer(MethodKind kind) {
    return switch (kind) {
      case MethodKind.RecordToEnum form -> Optional.of(form.answer());
      case MethodKind.ArrayToEnum form -> Optional.of(form.answer());
      case MethodKind.Arrays form -> Optional.empty();
      case MethodKind.RecordToNumber form -> Optional.empty();
      case MethodKind.RecordToArray form -> Optional.empty();
    };
  }

  /** A name that no parameter has: a parameter would hide the field. */
  private String free(String name) {
    boolean taken = model.methods().stream().anyMatch(m -> m.parameters().contains(name));
    return taken ? free(name + "_") : name;
  }

  /** The enums, each once. */
  Set<EnumModel> all() {
    return fields.keySet();
  }

  /** The field that holds the constants of an enum. */
  String field(EnumModel answer) {
    return Objects.requireNonNull(fields.get(answer));
  }

  /** Adds the fields, and for long enums what fills them. */
  void addTo(TypeSpec.Builder type) {
    int listed = 0;
    CodeBlock.Builder calls = CodeBlock.builder();
    for (Map.Entry<EnumModel, String> each : fields.entrySet()) {
      ClassName answer = names.of(each.getKey());
      List<String> constants = each.getKey().constants();
      FieldSpec.Builder field =
          FieldSpec.builder(ArrayTypeName.of(answer), each.getValue())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("The constants in the order of the outputs.\n");
      listed += constants.size();
      if (listed <= MOST_LISTED) {
        CodeBlock list =
            constants.stream()
                .map(constant -> CodeBlock.of("$T.$L", answer, constant))
                .collect(CodeBlock.joining(", ", "{", "}"));
        type.addField(field.initializer(list).build());
      } else {
        listed -= constants.size();
        type.addField(field.initializer("new $T[$L]", answer, constants.size()).build());
        for (int first = 0; first < constants.size(); first += MOST_SET) {
          MethodSpec setter = setter(each.getValue(), answer, constants, first);
          type.addMethod(setter);
          calls.addStatement("$N()", setter);
        }
      }
    }
    if (!calls.isEmpty()) {
      type.addStaticBlock(calls.build());
    }
  }

  /** One method with all constants would be longer than the JIT compiles, or even than a method. */
  private MethodSpec setter(String field, ClassName answer, List<String> constants, int first) {
    int end = Math.min(first + MOST_SET, constants.size());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.freeMethod(field.toLowerCase(Locale.ROOT) + "From" + first))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    for (int i = first; i < end; i++) {
      method.addStatement("$L[$L] = $T.$L", field, i, answer, constants.get(i));
    }
    return method.build();
  }
}
