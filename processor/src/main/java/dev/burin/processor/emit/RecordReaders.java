package dev.burin.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.burin.Precision;
import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.ComponentType;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Spells how records are read: one method for each, which the author's methods call and which the
 * network hands to whoever makes data sets of such records.
 */
final class RecordReaders {

  /** The components of a record that a method reads, at up to 23 bytes of code each. */
  private static final int MOST_COMPONENTS = 128;

  private final TypeNames names;
  private final Vocabulary words;
  private final Answers answers;
  private final Map<RecordModel, String> readers = new LinkedHashMap<>();

  RecordReaders(NetworkModel model, TypeNames names, Vocabulary words, Answers answers) {
    this.names = names;
    this.words = words;
    this.answers = answers;
    for (MethodModel method : model.methods()) {
      input(method.kind()).ifPresent(each -> readers.computeIfAbsent(each, this::name));
    }
  }

  private static Optional<RecordModel> input(MethodKind kind) {
    return switch (kind) {
      case MethodKind.RecordToNumber form -> Optional.of(form.input());
      case MethodKind.RecordToArray form -> Optional.of(form.input());
      case MethodKind.RecordToEnum form -> Optional.of(form.input());
      case MethodKind.ArrayToEnum form -> Optional.empty();
      case MethodKind.Arrays form -> Optional.empty();
    };
  }

  /** The method that reads a record; records of one name lie in different places. */
  private String name(RecordModel input) {
    String name = names.freeMethod("read" + input.type().simpleNames().getLast());
    return readers.containsValue(name) ? name + (readers.size() + 1) : name;
  }

  /** The names of the components, as refusals tell of them. */
  static String components(RecordModel input) {
    return input.components().stream()
        .map(ComponentModel::accessor)
        .collect(Collectors.joining(","));
  }

  /** Reads a sample into an array from its start. */
  CodeBlock read(RecordModel input, String sample, String x) {
    return CodeBlock.of("$L($L, $L, 0)", Objects.requireNonNull(readers.get(input)), sample, x);
  }

  /** What is handed to the network, or nothing where its author has arrays alone. */
  Optional<String> table() {
    boolean some = !readers.isEmpty() || !answers.all().isEmpty();
    return some ? Optional.of(names.freeMethod("records")) : Optional.empty();
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    readers.forEach((input, name) -> addTo(type, input, name));
    table().ifPresent(name -> type.addMethod(table(name)));
  }

  private MethodSpec table(String name) {
    ClassName records = words.network(words.prefix() + "Records");
    CodeBlock.Builder chain = CodeBlock.builder().add("return $T.none()", records);
    readers.forEach(
        (input, reader) ->
            chain.add(
                "\n    .reads($T.class, $S, (sample, x, at) -> $L(sample, x, at))",
                names.of(input),
                components(input),
                reader));
    for (EnumModel answer : answers.all()) {
      chain.add("\n    .answer($T.class, $L)", names.of(answer), answers.field(answer));
    }
    return MethodSpec.methodBuilder(name)
        .addJavadoc("The records and enums of the methods, for data sets of them.\n")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(records)
        .addCode(chain.add(";\n").build())
        .build();
  }

  private void addTo(TypeSpec.Builder type, RecordModel input, String name) {
    if (input.components().size() <= MOST_COMPONENTS) {
      type.addMethod(reader(input, name, components(input, 0)));
      return;
    }
    // One method would be longer than the JIT likes to compile.
    CodeBlock.Builder body = CodeBlock.builder();
    List<MethodSpec> parts = new ArrayList<>();
    for (int first = 0; first < input.components().size(); first += MOST_COMPONENTS) {
      String part = names.freeMethod(name + "From" + first);
      parts.add(reader(input, part, components(input, first)));
      body.addStatement("$L(sample, x, at)", part);
    }
    type.addMethod(reader(input, name, body.build())).addMethods(parts);
  }

  private MethodSpec reader(RecordModel input, String name, CodeBlock body) {
    TypeName element = words.precision() == Precision.FLOAT ? TypeName.FLOAT : TypeName.DOUBLE;
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(names.of(input), "sample")
        .addParameter(ArrayTypeName.of(element), "x")
        .addParameter(TypeName.INT, "at")
        .addCode(body)
        .build();
  }

  /** The components from one on, as many as a method reads. */
  private CodeBlock components(RecordModel input, int first) {
    int end = Math.min(first + MOST_COMPONENTS, input.components().size());
    CodeBlock.Builder body = CodeBlock.builder();
    for (int i = first; i < end; i++) {
      String at = i == 0 ? "at" : "at + " + i;
      body.addStatement("x[$L] = $L", at, component(input.components().get(i)));
    }
    return body.build();
  }

  private String component(ComponentModel component) {
    String value = "sample." + component.accessor() + "()";
    if (component.type() == ComponentType.BOOLEAN) {
      return value + " ? 1 : 0";
    }
    boolean narrows =
        component.type() == ComponentType.DOUBLE && words.precision() == Precision.FLOAT;
    return narrows ? "(float) " + value : value;
  }
}
