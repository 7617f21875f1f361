package dev.burin.io;

import dev.burin.file.Names;
import dev.burin.safetensors.Tensor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a tensor of a file belong.
 *
 * @param slot the weights or biases of a layer
 * @param tensor the tensor
 * @param transposed whether it lies {@code [in][out]}
 * @param scale what its rows are multiplied with, for weights that are whole numbers
 */
record Place(Slot slot, Tensor tensor, boolean transposed, @Nullable Tensor scale) {

  /** Element i of the tensor in words. */
  String element(int i) {
    int columns = transposed ? slot.layer().out() : slot.layer().in();
    String index =
        slot.bias() ? "" + i : String.format(Locale.ROOT, "%d,%d", i / columns, i % columns);
    return Names.shown(tensor.name()) + "[" + index + "]";
  }
}
