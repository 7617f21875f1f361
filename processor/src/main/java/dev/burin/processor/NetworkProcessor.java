package dev.burin.processor;

import com.google.auto.service.AutoService;
import dev.burin.Network;
import dev.burin.processor.declare.DeclarationReader;
import dev.burin.processor.declare.NetworkDeclaration;
import dev.burin.processor.declare.ScopeReader;
import dev.burin.processor.declare.Unresolved;
import dev.burin.processor.declare.Validation;
import dev.burin.processor.emit.NetworkWriter;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.Scope;
import dev.burin.processor.plan.NetworkPlan;
import dev.burin.processor.plan.Planner;
import dev.burin.processor.prove.WeightsProof;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Engraves a class for every interface that is annotated with {@link Network}.
 *
 * <p>For each interface the story is the same, and each step has one argument and one result:
 *
 * <ol>
 *   <li>{@link DeclarationReader} reads what the author wrote and keeps every place. A declaration
 *       that mentions a type nobody has generated yet waits for the next round.
 *   <li>{@link Validation} turns it into a {@link NetworkModel}, or reports all that is wrong.
 *   <li>{@link WeightsProof} reads the weights file, where one is named.
 *   <li>{@link Planner} decides how the kernels compute, without looking at this machine.
 *   <li>{@link NetworkWriter} spells the plan in Java, and {@link SourceFiles} writes it with the
 *       interface as its only origin, so that build tools recompile no more than they need to.
 * </ol>
 *
 * <p>The option {@code -Aburin.explain=true} shows the model and the plan as notes on the
 * interface. Whatever goes wrong is a sentence at a place of the author's source, never a stack
 * trace.
 */
@AutoService(Processor.class)
public final class NetworkProcessor extends AbstractProcessor {

  private final Function<NetworkModel, NetworkPlan> planner;
  private final ClassNames names = new ClassNames();
  private final SourceFiles sources = new SourceFiles();
  private final Claim claim = new Claim(names);
  private final Waiting waiting = new Waiting();
  private boolean optionsChecked;

  /** The processor as javac finds it. */
  public NetworkProcessor() {
    this(Planner::plan);
  }

  /** A processor with another planner, for tests of what happens when one fails. */
  NetworkProcessor(Function<NetworkModel, NetworkPlan> planner) {
    this.planner = planner;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Network.class.getName(), GeneratedClass.ANNOTATION);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Options.EXPLAIN, Options.RESOURCES);
  }

  /** Error Prone asks for a plain false; a claim that takes something from nobody is meant here. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    names.take(round, processingEnv.getElementUtils());
    Set<TypeElement> types = new LinkedHashSet<>(waiting.take(processingEnv.getElementUtils()));
    types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class)));
    for (TypeElement type : types) {
      Reporter reporter = new Reporter(processingEnv.getMessager());
      try {
        engrave(type, reporter, round.processingOver());
      } catch (RuntimeException failure) {
        String name = type.getSimpleName().toString();
        reporter.refuse(Place.of(type), Message.INTERNAL_ERROR, name, Failure.inOneLine(failure));
      }
    }
    if (round.processingOver()) {
      sources.discardLeftovers();
    }
    return claim.of(annotations, round);
  }

  private void engrave(TypeElement type, Reporter reporter, boolean lastRound) {
    Optional<NetworkDeclaration> declaration =
        new DeclarationReader(
                processingEnv.getElementUtils(), processingEnv.getTypeUtils(), reporter)
            .read(type);
    if (declaration.isEmpty()) {
      return;
    }
    if (Unresolved.in(declaration.get()) && !reporter.refused() && !lastRound) {
      waiting.add(type);
      return;
    }
    Options options = checkedOptions(declaration.get(), reporter);
    List<String> classes = NetworkWriter.classNames(declaration.get().className());
    boolean free = names.areFree(classes, declaration.get().place(), reporter);
    WeightsProof proof = new WeightsProof(processingEnv, options.resources(), reporter);
    Optional<NetworkModel> model =
        new Validation(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), reporter)
            .validate(declaration.get())
            .flatMap(sound -> proof.of(sound, declaration.get()));
    if (model.isEmpty() || !free) {
      return;
    }
    names.claim(classes, type);
    NetworkPlan plan = planner.apply(model.get());
    if (options.explain()) {
      reporter.explain(Place.of(type), model.get() + "\n" + plan);
    }
    Scope scope = new ScopeReader(processingEnv.getElementUtils()).read(type);
    NetworkSources.of(plan, scope, declaration.get(), reporter)
        .ifPresent(files -> sources.write(files, type, processingEnv.getFiler(), reporter));
  }

  /** A wrong option is reported once, at the first interface: options have no place themselves. */
  private Options checkedOptions(NetworkDeclaration declaration, Reporter reporter) {
    Options options = new Options(processingEnv.getOptions());
    if (!optionsChecked) {
      options.check(declaration.place(), reporter);
      optionsChecked = true;
    }
    return options;
  }
}
