package dev.burin.sample.serve;

import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.Serving;
import org.jspecify.annotations.Nullable;

/**
 * A network in use, and how records become its inputs.
 *
 * @param serving the network with the notes of its weights
 * @param records those of its declaration or of its notes, or null where it has neither
 */
record Known(Serving<? extends Engraved<FloatNetwork>> serving, @Nullable Records records) {

  FloatNetwork network() {
    return serving.engraved().network();
  }
}
