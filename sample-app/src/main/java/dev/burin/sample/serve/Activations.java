package dev.burin.sample.serve;

import dev.burin.check.Pass;
import dev.burin.check.ReferenceNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.sample.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /activations}: what every layer gives for one sample, for pictures of what a network
 * does. It is the reference that computes it, in double and plain loops.
 */
final class Activations {

  /** More numbers than a page draws. */
  static final long MOST_WEIGHTS = 1 << 22;

  /** A network and its reference, which is a copy: made anew when the weights have changed. */
  private record Copy(FloatNetwork network, ReferenceNetwork reference) {}

  private final Model model;
  private volatile @Nullable Copy copy;

  Activations(Model model) {
    this.model = model;
  }

  Answer answer(Request request) {
    int width = model.shape().inputs();
    Rows rows = Rows.of(request.body(), 0, request.body().length, width, Integer.MAX_VALUE / width);
    if (rows.rows() != 1) {
      throw RequestException.malformed("There are " + rows.rows() + " rows; send one at a time.");
    }
    double[] x = new double[width];
    for (int i = 0; i < width; i++) {
      x[i] = rows.x()[i];
    }
    Pass pass = reference().pass(x, 0);
    JsonText text = new JsonText().object().name("layers").array();
    for (int l = 1; l <= model.shape().layers().size(); l++) {
      text.array();
      for (double a : pass.a(l)) {
        text.value(finite((float) a));
      }
      text.endArray();
    }
    return Answer.json(200, text.endArray().endObject());
  }

  private static float finite(float a) {
    if (!Float.isFinite(a)) {
      throw new RequestException(422, "A neuron gives more than a float holds; give less.");
    }
    return a;
  }

  private ReferenceNetwork reference() {
    FloatNetwork now = model.network();
    Copy last = copy;
    if (last == null || !last.network().equals(now)) {
      if (now.shape().parameters() > MOST_WEIGHTS) {
        throw new RequestException(
            422, "The network has too many parameters to show what each of its neurons gives.");
      }
      last = new Copy(now, ReferenceNetwork.of(now));
      copy = last;
    }
    return last.reference();
  }
}
