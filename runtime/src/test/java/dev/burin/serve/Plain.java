package dev.burin.serve;

import dev.burin.kernel.Engraved;
import dev.burin.kernel.FloatNetwork;

/** What a generated class is to a predictor. */
record Plain(FloatNetwork network) implements Engraved<FloatNetwork> {}
