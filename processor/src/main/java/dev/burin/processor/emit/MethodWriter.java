package dev.burin.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.burin.Precision;
import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.ComponentType;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Spells the methods that the user declared, each a few calls of the runtime. */
final class MethodWriter {

  /** The components of a record that a method reads, at up to 21 bytes of code each. */
  private static final int MOST_COMPONENTS = 128;

  private final NetworkModel model;
  private final TypeNames names;
  private final Vocabulary words;
  private final Answers answers;
  private final Map<RecordModel, List<MethodSpec>> longInputs = new LinkedHashMap<>();

  MethodWriter(NetworkModel model, TypeNames names, Vocabulary words) {
    this.model = model;
    this.names = names;
    this.words = words;
    this.answers = new Answers(model, names);
  }

  /** Adds the methods, and what they refer to. */
  void addTo(TypeSpec.Builder type) {
    answers.addTo(type);
    model.methods().stream().map(this::method).forEach(type::addMethod);
    longInputs.values().forEach(type::addMethods);
  }

  private MethodSpec method(MethodModel method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .varargs(method.varargs())
            .returns(result(method.kind()));
    List<TypeName> types = parameterTypes(method.kind());
    for (int i = 0; i < types.size(); i++) {
      spec.addParameter(types.get(i), method.parameters().get(i));
    }
    return spec.addCode(body(method)).build();
  }

  private CodeBlock body(MethodModel method) {
    String arguments = method.parameters().stream().collect(Collectors.joining(", "));
    String first = method.parameters().getFirst();
    CodeBlock.Builder body = CodeBlock.builder();
    given(body, method);
    switch (method.kind()) {
      case MethodKind.Arrays form -> {
        switch (form) {
          case ONE_TO_NUMBER -> body.addStatement("return this.network.output($L)", first);
          case ONE_TO_CLASS -> body.addStatement("return this.network.predict($L)", first);
          case ONE_TO_ARRAY -> body.addStatement("return this.network.outputs($L)", first);
          case ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY ->
              body.addStatement("this.network.outputs($L)", arguments);
          case MANY_TO_CLASSES -> body.addStatement("this.network.predict($L)", arguments);
        }
      }
      case MethodKind.ArrayToEnum form ->
          body.addStatement(
              "return $L[this.network.predict($L)]", answers.field(form.answer()), first);
      case MethodKind.RecordToNumber form -> {
        String ws = fill(body, form.input(), first);
        answer(body, ws, CodeBlock.of("this.network.outputFrom($L)", ws));
      }
      case MethodKind.RecordToArray form -> {
        String ws = fill(body, form.input(), first);
        answer(body, ws, CodeBlock.of("this.network.outputsFrom($L)", ws));
      }
      case MethodKind.RecordToEnum form -> {
        String ws = fill(body, form.input(), first);
        String names =
            form.input().components().stream()
                .map(ComponentModel::accessor)
                .collect(Collectors.joining(","));
        answer(
            body,
            ws,
            CodeBlock.of(
                "$L[this.network.predictFrom($L, $S)]", answers.field(form.answer()), ws, names));
      }
    }
    return body.build();
  }

  /** Refuses null in words of the author, before a workspace is lent. */
  private void given(CodeBlock.Builder body, MethodModel method) {
    List<String> expected = expected(method.kind());
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).isEmpty()) {
        String name = method.parameters().get(i);
        // A parameter may be called as any class; where only a type can stand, none is hidden.
        body.beginControlFlow("if ($L == null)", name);
        body.addStatement(
            "throw new $T($S)",
            NullPointerException.class,
            String.format(
                Locale.ROOT,
                "%s of %s.%s is null, not %s.",
                name,
                model.interfaceName(),
                method.name(),
                expected.get(i)));
        body.endControlFlow();
      }
    }
  }

  /** What each parameter has to be; nothing for a number. */
  private List<String> expected(MethodKind kind) {
    String in = words.element() + "[" + model.shape().inputs() + "]";
    String out = words.element() + "[" + model.shape().outputs() + "]";
    String rows = "a " + words.element() + "[] of n samples";
    return switch (kind) {
      case MethodKind.Arrays form ->
          switch (form) {
            case ONE_TO_NUMBER, ONE_TO_ARRAY, ONE_TO_CLASS -> List.of("a " + in);
            case ONE_TO_CALLER_ARRAY -> List.of("a " + in, "a " + out);
            case MANY_TO_CALLER_ARRAY -> List.of(rows, "", rows);
            case MANY_TO_CLASSES -> List.of(rows, "", "an int[] of n classes");
          };
      case MethodKind.ArrayToEnum form -> List.of("a " + in);
      case MethodKind.RecordToNumber form -> List.of("a record " + name(form.input()));
      case MethodKind.RecordToArray form -> List.of("a record " + name(form.input()));
      case MethodKind.RecordToEnum form -> List.of("a record " + name(form.input()));
    };
  }

  private static String name(RecordModel input) {
    return input.type().simpleNames().getLast();
  }

  /** Writes the components into a lent workspace; its name avoids the parameter's. */
  private String fill(CodeBlock.Builder body, RecordModel input, String parameter) {
    String ws = parameter.equals("ws") ? "ws1" : "ws";
    body.addStatement("$T $L = this.network.acquire()", words.typed("Workspace"), ws);
    body.beginControlFlow("try");
    if (input.components().size() <= MOST_COMPONENTS) {
      components(body, input, ws + ".x", parameter, 0);
    } else {
      for (MethodSpec part : longInputs.computeIfAbsent(input, this::parts)) {
        body.addStatement("$N($L.x, $L)", part, ws, parameter);
      }
    }
    return ws;
  }

  /** Answers, and gives the workspace back even if an accessor or the network throws. */
  private static void answer(CodeBlock.Builder body, String ws, CodeBlock answer) {
    body.addStatement("return $L", answer);
    body.nextControlFlow("finally");
    body.addStatement("this.network.release($L)", ws);
    body.endControlFlow();
  }

  /** The components from one on, as many as a method reads. */
  private void components(
      CodeBlock.Builder body, RecordModel input, String x, String parameter, int first) {
    int end = Math.min(first + MOST_COMPONENTS, input.components().size());
    for (int i = first; i < end; i++) {
      body.addStatement("$L[$L] = $L", x, i, component(input.components().get(i), parameter));
    }
  }

  /** One method would be longer than the JIT likes to compile. */
  private List<MethodSpec> parts(RecordModel input) {
    List<MethodSpec> parts = new ArrayList<>();
    for (int first = 0; first < input.components().size(); first += MOST_COMPONENTS) {
      CodeBlock.Builder body = CodeBlock.builder();
      components(body, input, "x", "sample", first);
      parts.add(
          MethodSpec.methodBuilder(names.freeMethod("readFrom" + first))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(ArrayTypeName.of(element()), "x")
              .addParameter(names.of(input), "sample")
              .addCode(body.build())
              .build());
    }
    return parts;
  }

  private String component(ComponentModel component, String parameter) {
    String value = parameter + "." + component.accessor() + "()";
    if (component.type() == ComponentType.BOOLEAN) {
      return value + " ? 1 : 0";
    }
    boolean narrows =
        component.type() == ComponentType.DOUBLE && words.precision() == Precision.FLOAT;
    return narrows ? "(float) " + value : value;
  }

  private TypeName element() {
    return words.precision() == Precision.FLOAT ? TypeName.FLOAT : TypeName.DOUBLE;
  }

  private TypeName result(MethodKind kind) {
    return switch (kind) {
      case MethodKind.Arrays form ->
          switch (form) {
            case ONE_TO_NUMBER -> element();
            case ONE_TO_ARRAY -> ArrayTypeName.of(element());
            case ONE_TO_CLASS -> TypeName.INT;
            case ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY, MANY_TO_CLASSES -> TypeName.VOID;
          };
      case MethodKind.RecordToNumber form -> element();
      case MethodKind.RecordToArray form -> ArrayTypeName.of(element());
      case MethodKind.RecordToEnum form -> names.of(form.answer());
      case MethodKind.ArrayToEnum form -> names.of(form.answer());
    };
  }

  private List<TypeName> parameterTypes(MethodKind kind) {
    TypeName array = ArrayTypeName.of(element());
    return switch (kind) {
      case MethodKind.Arrays form ->
          switch (form) {
            case ONE_TO_NUMBER, ONE_TO_ARRAY, ONE_TO_CLASS -> List.of(array);
            case ONE_TO_CALLER_ARRAY -> List.of(array, array);
            case MANY_TO_CALLER_ARRAY -> List.of(array, TypeName.INT, array);
            case MANY_TO_CLASSES -> List.of(array, TypeName.INT, ArrayTypeName.of(TypeName.INT));
          };
      case MethodKind.RecordToNumber form -> List.of(names.of(form.input()));
      case MethodKind.RecordToArray form -> List.of(names.of(form.input()));
      case MethodKind.RecordToEnum form -> List.of(names.of(form.input()));
      case MethodKind.ArrayToEnum form -> List.of(array);
    };
  }
}
