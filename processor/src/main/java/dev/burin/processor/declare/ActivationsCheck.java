package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks whether there is one activation for each layer, and whether the loss fits the last one. */
final class ActivationsCheck {

  private final Reporter reporter;

  ActivationsCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  boolean check(NetworkDeclaration declaration) {
    boolean good = activations(declaration);
    return loss(declaration) && good;
  }

  private boolean activations(NetworkDeclaration declaration) {
    if (declaration.activations().isEmpty() || declaration.depth().isEmpty()) {
      return false;
    }
    List<Written<Activation>> activations = declaration.activations().get().value();
    Place place = declaration.activations().get().place();
    int given = activations.size();
    int depth = declaration.depth().getAsInt();
    if (depth > NetworkModel.MOST_LAYERS) {
      return false;
    }
    if (given < depth) {
      String example = String.join(", ", completed(declaration, activations, depth));
      reporter.refuse(place, Message.ACTIVATIONS_TOO_FEW, given, depth, example);
    } else if (given > depth) {
      reporter.refuse(activations.get(depth).place(), Message.ACTIVATIONS_TOO_MANY, given, depth);
    }
    boolean good = given == depth;
    for (int l = 0; l < Math.min(given, depth) - 1; l++) {
      if (activations.get(l).value() == Activation.SOFTMAX) {
        reporter.refuse(activations.get(l).place(), Message.SOFTMAX_NOT_LAST, l);
        good = false;
      }
    }
    if (isSoftmax(declaration.lastActivation()) && Ends.of(declaration).hasOneOutput()) {
      reporter.refuse(activations.getLast().place(), Message.SOFTMAX_OF_ONE);
      good = false;
    }
    return good;
  }

  private static boolean isSoftmax(Optional<Activation> activation) {
    return activation.filter(Activation.SOFTMAX::equals).isPresent();
  }

  /** What is given, and more, so that the whole could be compiled. */
  private static List<String> completed(
      NetworkDeclaration declaration, List<Written<Activation>> activations, int depth) {
    Loss loss = declaration.loss().map(Written::value).orElse(Loss.BINARY_CROSS_ENTROPY);
    List<String> names = new ArrayList<>();
    for (int l = 0; l < depth - 1; l++) {
      boolean kept = l < activations.size() && activations.get(l).value() != Activation.SOFTMAX;
      names.add(kept ? activations.get(l).value().name() : "RELU");
    }
    names.add(
        switch (loss) {
          case CROSS_ENTROPY -> Ends.of(declaration).hasOneOutput() ? "SIGMOID" : "SOFTMAX";
          case BINARY_CROSS_ENTROPY -> "SIGMOID";
          case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
              "IDENTITY";
        });
    return names;
  }

  private boolean loss(NetworkDeclaration declaration) {
    if (declaration.loss().isEmpty() || declaration.lastActivation().isEmpty()) {
      return false;
    }
    Loss loss = declaration.loss().get().value();
    Activation last = declaration.lastActivation().get();
    if (loss.fits(last)) {
      return true;
    }
    boolean one = Ends.of(declaration).hasOneOutput();
    reporter.refuse(
        declaration.loss().get().place(),
        Message.LOSS_MISFIT,
        loss,
        last,
        fitting(last, one),
        fitting(loss, one));
    return false;
  }

  /** The advice to change the loss; with it alone the declaration can be compiled. */
  private static String fitting(Activation last, boolean one) {
    return switch (last) {
      case SOFTMAX -> one ? "loss = BINARY_CROSS_ENTROPY with SIGMOID" : "loss = CROSS_ENTROPY";
      case SIGMOID -> "loss = BINARY_CROSS_ENTROPY";
      default -> "loss = MEAN_SQUARED_ERROR";
    };
  }

  /** The advice to change the activation. */
  private static String fitting(Loss loss, boolean one) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> "SIGMOID";
      case CROSS_ENTROPY ->
          one ? "SOFTMAX and give the last layer one output per class" : "SOFTMAX";
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
          "one that is not SOFTMAX";
    };
  }
}
