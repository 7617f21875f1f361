package dev.burin.io;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.safetensors.Tensor;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Locale;

/** What is wrong with the tensors of a file, in sentences. */
record Refusals(String file, NetworkShape shape) {

  static String brackets(List<Long> shape) {
    return shape.toString();
  }

  MalformedFileException of(String found, String expected) {
    return new MalformedFileException(file, found, expected);
  }

  MalformedFileException extra(Tensor tensor) {
    return of(
        "there is a tensor \"" + Names.shown(tensor.name()) + "\"",
        "only the weights and biases of a network "
            + shape.widths()
            + "; remove it from the file, or read with ignoringExtras()");
  }

  MalformedFileException missing(String name) {
    return of(
        "there is no tensor \"" + Names.shown(name) + "\"",
        "the weights and biases of a network " + shape.widths());
  }

  MalformedFileException normalization(LayerTensors layer) {
    return of(
        String.format(
            Locale.ROOT,
            "\"%s\" has the tensors %s, as a normalization does",
            Names.shown(layer.base()),
            Names.shown(String.join(", ", layer.members().keySet()))),
        "layers alone; fold it into its neighbour before saving, as PyTorch's"
            + " fuse_linear_bn_eval does for batch normalization");
  }

  MalformedFileException misshapen(Tensor tensor, int number, List<Long> needed) {
    return of(
        String.format(
            Locale.ROOT,
            "%s is %s, layer %d needs %s",
            Names.shown(tensor.name()),
            brackets(tensor.shape()),
            number,
            brackets(needed)),
        "a network " + shape.widths());
  }

  MalformedFileException transposed(Tensor tensor, int number, List<Long> needed, Layout other) {
    return of(
        String.format(
            Locale.ROOT,
            "%s is %s, layer %d needs %s; it looks transposed%s: say layout = %s",
            Names.shown(tensor.name()),
            brackets(tensor.shape()),
            number,
            brackets(needed),
            other == Layout.KERAS ? " (Keras order)" : "",
            other),
        "a " + (other == Layout.KERAS ? "row for each output" : "row for each input"));
  }

  MalformedFileException type(Tensor tensor, String expected) {
    return of(
        String.format(
            Locale.ROOT,
            "tensor \"%s\" has the dtype %s",
            Names.shown(tensor.name()),
            tensor.type()),
        expected);
  }

  MalformedFileException unordered(String one, String other) {
    return of(
        String.format(
            Locale.ROOT,
            "nothing says which of the layers \"%s\" and \"%s\" comes first",
            Names.shown(one),
            Names.shown(other)),
        "numbers in their names, or the order from Reading.layers(\"first\", \"second\", ...)");
  }
}
