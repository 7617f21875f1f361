package dev.burin.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.burin.Layout;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.WeightsModel;
import javax.lang.model.element.Modifier;

/** Spells the method with which a class loads the weights that were proved for it. */
final class LoadMethod {

  private final NetworkModel model;
  private final TypeNames names;

  LoadMethod(NetworkModel model, TypeNames names) {
    this.model = model;
    this.names = names;
  }

  /** The class asks for the resource itself: a module shows it to nobody else. */
  MethodSpec of(WeightsModel weights) {
    ClassName self = names.beside(model.className());
    MethodSpec.Builder load =
        MethodSpec.methodBuilder(names.freeMethod("load"))
            .addModifiers(Modifier.STATIC)
            .returns(self)
            .addJavadoc("The network with the weights of {@code $L},\n", weights.resource())
            .addJavadoc("which were proved when this class was compiled.\n\n")
            .addJavadoc("@return a new network on each call\n")
            .addJavadoc("@throws java.io.UncheckedIOException if the resource is not there, or is")
            .addJavadoc(" not the\n    file that was proved\n")
            .addStatement(
                "return $T.load(\n$T.class.getResourceAsStream($S),\n$S,\n$S,\n$T.$L,\nnew $T())",
                ClassName.get("dev.burin.io", "ProvedWeights"),
                self,
                weights.resource(),
                weights.name(),
                weights.sha256(),
                Layout.class,
                weights.layout(),
                self);
    if (model.head().isPublic()) {
      load.addModifiers(Modifier.PUBLIC);
    }
    return load.build();
  }
}
