package dev.burin.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import java.util.List;
import java.util.Locale;

/** Spells the first lines of the user's methods: null is refused in words of the author. */
final class NullChecks {

  private final NetworkModel model;
  private final Vocabulary words;

  NullChecks(NetworkModel model, Vocabulary words) {
    this.model = model;
    this.words = words;
  }

  /** Adds them, before a workspace is lent. */
  void check(CodeBlock.Builder body, MethodModel method) {
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
}
