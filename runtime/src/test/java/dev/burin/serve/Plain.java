package dev.burin.serve;

import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;

/** What a generated class is to a predictor. */
record Plain(FloatNetwork network) implements Engraved<FloatNetwork> {}
