package dev.burin.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.Contract;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.NetworkPlan;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Spells the class that implements the user's interface: its shape, its methods, the chooser. */
final class NetworkClassWriter {

  private final NetworkPlan plan;
  private final NetworkModel model;
  private final TypeNames names;
  private final Vocabulary words;
  private final ClassName network;

  NetworkClassWriter(NetworkPlan plan, TypeNames names) {
    this.plan = plan;
    this.model = plan.model();
    this.names = names;
    this.words = new Vocabulary(model.precision());
    this.network = words.network(words.prefix() + "Network");
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(model.className())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(names.interfaceName())
            .addJavadoc(doc());
    if (!model.head().engraved()) {
      type.addSuperinterface(ParameterizedTypeName.get(words.network("Engraved"), network));
    }
    if (model.head().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (model.head().generatedAnnotation()) {
      type.addAnnotation(KernelWriter.generated());
    }
    if (!model.head().lints().isEmpty()) {
      type.addAnnotation(suppression());
    }
    NetworkShape shape = model.shape();
    type.addField(contract());
    type.addField(shape());
    type.addField(number("INPUTS", shape.inputs(), "The width of a sample."));
    type.addField(number("OUTPUTS", shape.outputs(), "The width of an answer."));
    type.addField(
        number("PARAMETERS", (int) shape.parameters(), "The number of weights and biases."));
    type.addField(network, "network", Modifier.PRIVATE, Modifier.FINAL);
    MethodWriter methods = new MethodWriter(model, names, words);
    type.addMethod(blank(methods.records())).addMethod(seeded()).addMethod(over());
    model.weights().ifPresent(file -> type.addMethod(new LoadMethod(model, names).of(file)));
    methods.addTo(type);
    return type.addMethod(networkAccessor()).addMethod(text()).build();
  }

  private AnnotationSpec suppression() {
    boolean one = model.head().lints().size() == 1;
    CodeBlock lints =
        model.head().lints().stream()
            .map(lint -> CodeBlock.of("$S", lint))
            .collect(CodeBlock.joining(", ", one ? "" : "{", one ? "" : "}"));
    return AnnotationSpec.builder(SuppressWarnings.class).addMember("value", lints).build();
  }

  private CodeBlock doc() {
    CodeBlock.Builder doc = CodeBlock.builder();
    NetworkShape shape = model.shape();
    doc.add(
        "{@link $T} engraved: $L with loss $L in $L, $L parameters.\n\n",
        names.interfaceName(),
        shape.widths(),
        shape.loss(),
        words.element(),
        String.format(Locale.ROOT, "%,d", shape.parameters()));
    doc.add("<ul>\n");
    for (int l = 1; l <= shape.layers().size(); l++) {
      LayerShape layer = shape.layers().get(l - 1);
      doc.add(
          "  <li>F1, F2: a$1L = $2L(W$1L a$3L + b$1L), W$1L is [$4L][$5L], starting from"
              + " $6L$7L$8L.\n",
          l,
          LayerText.camel(layer.activation().name()),
          l - 1,
          layer.out(),
          layer.in(),
          layer.initializer(),
          layer.activation().takesSlope() ? ", slope " + layer.slope() + " just below 0" : "",
          layer.dropout() > 0
              ? String.format(Locale.ROOT, "; training drops %s of a%d", layer.dropout(), l - 1)
              : "");
    }
    doc.add("</ul>\n\n");
    doc.add("<p>All threads may share an object for inference while nobody trains it.\n");
    return doc.build();
  }

  private FieldSpec shape() {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add(
                "$T.of(\n    $T.$L,\n    $T.$L",
                words.shape("NetworkShape"),
                Loss.class,
                model.shape().loss(),
                Precision.class,
                model.precision());
    for (LayerShape layer : model.shape().layers()) {
      value.add(",\n    ").add(layer(layer));
    }
    return FieldSpec.builder(words.shape("NetworkShape"), "SHAPE")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(value.add(")").build())
        .addJavadoc("The layers, the loss and the precision.\n")
        .build();
  }

  /** A layer with all of its words, so that other defaults of a later runtime change nothing. */
  private CodeBlock layer(LayerShape layer) {
    CodeBlock.Builder words =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L, $T.$L)",
                this.words.shape("LayerShape"),
                layer.in(),
                layer.out(),
                Activation.class,
                layer.activation());
    if (layer.activation().takesSlope()) {
      words.add(".slope($L)", layer.slope());
    }
    words.add(".initializer($T.$L)", Initializer.class, layer.initializer());
    if (layer.initializer() == Initializer.NORMAL) {
      words.add(".scale($L)", layer.scale());
    }
    if (layer.dropout() > 0) {
      words.add(".dropout($L)", layer.dropout());
    }
    return words.build();
  }

  /** Shown to the runtime before anything else of it is called: fields begin in their order. */
  private FieldSpec contract() {
    return FieldSpec.builder(TypeName.INT, "CONTRACT")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.require($L, $T.class)",
            words.kernel("Contract"),
            Contract.NUMBER,
            names.interfaceName())
        .addJavadoc("What the runtime must expect of a generated class, or it is refused.\n")
        .build();
  }

  private static FieldSpec number(String name, int value, String doc) {
    return FieldSpec.builder(TypeName.INT, name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", value)
        .addJavadoc("$L\n", doc)
        .build();
  }

  private MethodSpec blank(Optional<String> records) {
    return constructor()
        .addJavadoc(
            "A network whose weights are not set: a weights file is to be loaded into it.\n")
        .addCode(kernels())
        .addStatement(
            "network = new $T($S, SHAPE, kernels$L)",
            network,
            model.interfaceName(),
            records.map(method -> ", " + method + "()").orElse(""))
        .build();
  }

  private MethodSpec seeded() {
    return constructor()
        .addJavadoc("A network that starts from the declared initializers.\n\n")
        .addJavadoc("@param seed equal seeds give equal weights on every machine\n")
        .addParameter(TypeName.LONG, "seed")
        .addStatement("this()")
        .addStatement("network.initialize(seed)")
        .build();
  }

  private MethodSpec over() {
    return constructor()
        .addJavadoc(
            "The same methods over a network of this shape that is there already, such as\n")
        .addJavadoc("{@code network().with(weights)} gives for a change of weights.\n\n")
        .addJavadoc("@param network is shared, not copied\n")
        .addJavadoc("@throws IllegalArgumentException if it has another shape\n")
        .addParameter(network, "network")
        .addStatement("this.network = $T.ofShape(SHAPE, network)", network)
        .build();
  }

  private MethodSpec.Builder constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    return model.head().isPublic() ? constructor.addModifiers(Modifier.PUBLIC) : constructor;
  }

  private MethodSpec networkAccessor() {
    return MethodSpec.methodBuilder("network")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(network)
        .addStatement("return network")
        .build();
  }

  private static MethodSpec text() {
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return network.toString()")
        .build();
  }

  /** Loads the kernels of the chosen width and of no other. */
  private CodeBlock kernels() {
    CodeBlock.Builder choice = CodeBlock.builder();
    choice.add(
        "$T kernels = switch ($T.chosen()) {\n$>", words.typed("Kernels"), words.machine("Lanes"));
    choice.add("case PLAIN -> new $T(SHAPE);\n", words.typed("Twin"));
    for (KernelPlan kernel : plan.kernels()) {
      choice.add(
          "case $L -> new $T();\n",
          kernel.machine().label(),
          names.beside(KernelWriter.className(plan, kernel)));
    }
    return choice.add("$<};\n").build();
  }
}
