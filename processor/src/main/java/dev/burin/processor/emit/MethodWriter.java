package dev.burin.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.burin.Precision;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Spells the methods that the user declared, each a few calls of the runtime. */
final class MethodWriter {

  private final NetworkModel model;
  private final TypeNames names;
  private final Vocabulary words;
  private final Answers answers;
  private final NullChecks nulls;
  private final RecordReaders records;

  MethodWriter(NetworkModel model, TypeNames names, Vocabulary words) {
    this.model = model;
    this.names = names;
    this.words = words;
    this.answers = new Answers(model, names);
    this.nulls = new NullChecks(model, words);
    this.records = new RecordReaders(model, names, words, answers);
  }

  /** The method that says which records and enums there are, if there are some. */
  Optional<String> records() {
    return records.table();
  }

  /** Adds the methods, and what they refer to. */
  void addTo(TypeSpec.Builder type) {
    answers.addTo(type);
    model.methods().stream().map(this::method).forEach(type::addMethod);
    records.addTo(type);
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
    nulls.check(body, method);
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
        answer(
            body,
            ws,
            CodeBlock.of(
                "$L[this.network.predictFrom($L, $S)]",
                answers.field(form.answer()),
                ws,
                RecordReaders.components(form.input())));
      }
    }
    return body.build();
  }

  /** Writes the components into a lent workspace; its name avoids the parameter's. */
  private String fill(CodeBlock.Builder body, RecordModel input, String parameter) {
    String ws = parameter.equals("ws") ? "ws1" : "ws";
    body.addStatement("$T $L = this.network.acquire()", words.typed("Workspace"), ws);
    body.beginControlFlow("try");
    body.addStatement(records.read(input, parameter, ws + ".x"));
    return ws;
  }

  /** Answers, and gives the workspace back even if an accessor or the network throws. */
  private static void answer(CodeBlock.Builder body, String ws, CodeBlock answer) {
    body.addStatement("return $L", answer);
    body.nextControlFlow("finally");
    body.addStatement("this.network.release($L)", ws);
    body.endControlFlow();
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
