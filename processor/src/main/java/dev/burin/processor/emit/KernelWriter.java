package dev.burin.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.burin.kernel.FloatRows;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.Machine;
import dev.burin.processor.plan.NetworkPlan;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.RowLayerPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Spells one kernel class: a network on a machine. */
final class KernelWriter {

  private static final Pattern WORD = Pattern.compile("\\w+");

  private final NetworkPlan network;
  private final KernelPlan kernel;
  private final Vocabulary words;

  KernelWriter(NetworkPlan network, KernelPlan kernel) {
    this.network = network;
    this.kernel = kernel;
    this.words = new Vocabulary(network.model().precision());
  }

  /** The name of the kernels beside a class, qualified if that of the class is. */
  static String className(String className, Machine machine) {
    return className + "_" + machine.label();
  }

  static String className(NetworkPlan network, KernelPlan kernel) {
    return className(network.model().className(), kernel.machine());
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className(network, kernel))
            .addModifiers(Modifier.FINAL)
            .superclass(words.typed("Kernels"))
            .addJavadoc("$L", KernelDoc.of(network, kernel));
    if (network.model().head().generatedAnnotation()) {
      type.addAnnotation(generated());
    }
    List<MethodSpec> methods = methods();
    Set<String> mentioned = mentioned(methods);
    Stream.concat(species().stream(), constants().stream())
        .filter(field -> mentioned.contains(field.name()))
        .forEach(type::addField);
    return type.addMethod(constructor()).addMethods(methods).build();
  }

  private List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.addAll(new KernelPasses(network, kernel, words).methods());
    for (LayerPlan layer : kernel.layers()) {
      methods.addAll(layerMethods(layer));
    }
    return methods;
  }

  /** The words of the code: a constant that is none of them would be noise, and a warning. */
  private static Set<String> mentioned(List<MethodSpec> methods) {
    return methods.stream()
        .flatMap(method -> WORD.matcher(method.code().toString()).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  static AnnotationSpec generated() {
    return AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
        .addMember("value", "$S", "dev.burin.processor.NetworkProcessor")
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    return constructor
        .addJavadoc("Kernels that bear the name of this width on the machine they run on.\n")
        .addStatement("super($T.$L.path())", words.machine("Width"), kernel.machine().label())
        .build();
  }

  private List<FieldSpec> species() {
    TreeSet<Integer> lanes = new TreeSet<>();
    for (LayerPlan layer : kernel.layers()) {
      lanes.add(layer.lanes());
      switch (layer) {
        case PanelLayerPlan panels ->
            panels.inputGradient().forEach(sweep -> lanes.add(sweep.lanes()));
        case RowLayerPlan rows -> {
          if (rows.hasBlocks()) {
            RowLayerPlan.HALVES.forEach(half -> lanes.add(rows.halfLanes(half)));
          }
        }
      }
    }
    int bits = 8 * words.precision().bytes();
    return lanes.stream()
        .map(
            count ->
                FieldSpec.builder(words.speciesType(), LayerText.species(count))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.SPECIES_$L", words.vectorType(), count * bits)
                    .build())
        .toList();
  }

  private List<FieldSpec> constants() {
    List<FieldSpec> fields = new ArrayList<>();
    for (LayerPlan layer : kernel.layers()) {
      fields.addAll(new LayerConstants(layer, words).fields());
    }
    if (kernel.layers().getLast() instanceof RowLayerPlan) {
      fields.add(
          integer("LANES", FloatRows.LANES, "The interleaved partial sums of a narrow layer."));
    }
    fields.addAll(activationConstants().values());
    return fields;
  }

  private Map<String, FieldSpec> activationConstants() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    for (LayerPlan layer : kernel.layers()) {
      for (ActivationConstant constant : new ActivationPass(layer, words).constants()) {
        TypeName type =
            switch (constant.type()) {
              case "int" -> TypeName.INT;
              case "long" -> TypeName.LONG;
              case "float" -> TypeName.FLOAT;
              default -> TypeName.DOUBLE;
            };
        fields.put(
            constant.name(),
            FieldSpec.builder(type, constant.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", constant.literal())
                .addJavadoc("$L\n", constant.javadoc())
                .build());
      }
    }
    return fields;
  }

  static FieldSpec integer(String name, int value, String doc) {
    return FieldSpec.builder(TypeName.INT, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", value)
        .addJavadoc("$L\n", doc)
        .build();
  }

  private List<MethodSpec> layerMethods(LayerPlan layer) {
    List<MethodSpec> methods = new ArrayList<>();
    ActivationPass activation = new ActivationPass(layer, words);
    switch (layer) {
      case PanelLayerPlan panels -> {
        methods.addAll(new PanelForward(panels, words).methods());
        if (!panels.fusesActivation()) {
          methods.add(activation.apply());
        }
        if (layer.slopeSource().hasPass()) {
          methods.add(activation.derive());
        }
        if (panels.layout().number() > 1) {
          methods.addAll(new PanelInputGradient(panels, words).methods());
        }
        methods.addAll(new PanelWeightGradient(panels, words).methods());
        methods.add(new PanelStep(panels, words).walk());
      }
      case RowLayerPlan rows -> {
        methods.addAll(new RowForward(rows, words).methods());
        methods.add(activation.apply());
        if (layer.slopeSource().hasPass()) {
          methods.add(activation.derive());
        }
        methods.addAll(new RowGradients(rows, words).methods());
      }
    }
    return methods;
  }
}
