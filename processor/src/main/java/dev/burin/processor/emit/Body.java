package dev.burin.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the statements of one emitted method. They are written as they will be read; the types
 * of the runtime, of java.lang and of the Vector API are recognised by their names and imported.
 */
final class Body {

  private static final Pattern KERNEL_TYPE =
      Pattern.compile(
          "\\b(?:Float|Double)(?:Activations|Dropout|Losses|Math|Panels|Rows|Workspace)\\b");
  private static final Pattern VECTOR_TYPE =
      Pattern.compile("\\b(?:(?:Float|Double|Int|Long)Vector|VectorMask|VectorOperators)\\b");
  private static final Pattern LANG_TYPE = Pattern.compile("\\b(?:Math|System)\\b");
  private static final Pattern TYPE =
      Pattern.compile(
          String.join("|", KERNEL_TYPE.pattern(), VECTOR_TYPE.pattern(), LANG_TYPE.pattern()));

  private final CodeBlock.Builder code = CodeBlock.builder();

  /** One statement, without its semicolon. */
  Body line(String format, Object... values) {
    code.addStatement(imported(String.format(Locale.ROOT, format, values)));
    return this;
  }

  /** Whole statements, each with its semicolon. */
  Body lines(List<String> statements) {
    statements.forEach(statement -> code.add(imported(statement)).add("\n"));
    return this;
  }

  /** A comment of one line. */
  Body note(String text) {
    code.add("// $L\n", text);
    return this;
  }

  /** The head of a block, such as {@code for (;;)}. */
  Body open(String format, Object... values) {
    code.add("$L {\n$>", imported(String.format(Locale.ROOT, format, values)));
    return this;
  }

  /** The end of a block. */
  Body close() {
    code.endControlFlow();
    return this;
  }

  CodeBlock code() {
    return code.build();
  }

  private static CodeBlock imported(String text) {
    StringBuilder format = new StringBuilder();
    List<Object> types = new ArrayList<>();
    Matcher matcher = TYPE.matcher(text);
    int at = 0;
    while (matcher.find()) {
      format.append(text.substring(at, matcher.start()).replace("$", "$$")).append("$T");
      types.add(type(matcher.group()));
      at = matcher.end();
    }
    format.append(text.substring(at).replace("$", "$$"));
    return CodeBlock.of(format.toString(), types.toArray());
  }

  private static ClassName type(String name) {
    if (VECTOR_TYPE.matcher(name).matches()) {
      return ClassName.get("jdk.incubator.vector", name);
    }
    String room = LANG_TYPE.matcher(name).matches() ? "java.lang" : "dev.burin.kernel";
    return ClassName.get(room, name);
  }
}
