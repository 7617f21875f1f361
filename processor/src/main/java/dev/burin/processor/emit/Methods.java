package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** The common heads of emitted methods. */
final class Methods {

  private Methods() {}

  /**
   * A private static method without a result.
   *
   * @param parameters its parameters as source, such as {@code float[] p, int w}
   * @param doc its Javadoc
   */
  static MethodSpec helper(String name, String parameters, String doc, Body body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    Parameters.add(method, parameters);
    return method.addJavadoc("$L\n", doc).addCode(body.code()).build();
  }

  /**
   * A public method that overrides one of the runtime's.
   *
   * @param doc its Javadoc: the equations that it computes
   */
  static MethodSpec override(String name, String doc, String parameters, Body body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    Parameters.add(method, parameters);
    return method.addJavadoc("$L\n", doc).addCode(body.code()).build();
  }
}
