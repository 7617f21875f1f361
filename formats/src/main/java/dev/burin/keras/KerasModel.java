package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.interchange.Chain;
import dev.burin.interchange.ChainBuilder;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a chain of the layers of a file. */
final class KerasModel {

  /** All weights may take so much memory whatever the file, */
  private static final long SMALL = 64 << 20;

  /** and so many bytes for each byte of it: halves packed by gzip need about ten. */
  private static final long LARGEST_RATIO = 32;

  private static final String STATED =
      "the file has weights alone: that its layers are a chain, and their activations, were stated";

  private final String file;
  private final String name;
  private final Version version;
  private final long mostBytes;
  private final List<StatedActivation> stated;

  /**
   * A model that was not read yet.
   *
   * @param size the bytes of the file of its weights
   * @param stated what the user says of its activations, or nothing
   */
  KerasModel(Path file, long size, Version version, List<StatedActivation> stated) {
    this.file = file.toString();
    this.name = file.getFileName() + "";
    this.version = version;
    this.mostBytes = SMALL + LARGEST_RATIO * size;
    this.stated = stated;
  }

  /** A model that says what it is. */
  ForeignModel read(Json.Members config, Variables variables) throws IOException {
    Layers layers = new Layers(version, variables, mostBytes);
    for (Layer layer : Architecture.of(file, config).layers()) {
      layers.add(layer);
    }
    variables.requireAllRead();
    ForeignModel model = model(layers, List.of());
    if (!stated.isEmpty()) {
      requireStated(model.chain());
    }
    return model;
  }

  private void requireStated(Chain chain) throws MalformedFileException {
    List<StatedActivation> here =
        chain.layers().stream()
            .map(layer -> new StatedActivation(layer.activation(), layer.slope()))
            .toList();
    if (!here.equals(stated)) {
      throw new MalformedFileException(
          file,
          "the activations in the file are " + here.stream().map(StatedActivation::text).toList(),
          stated.stream().map(StatedActivation::text).toList()
              + ", as stated; leave them out to take those of the file");
    }
  }

  /** Weights alone, whose layers are taken to be a chain with the activations that are stated. */
  ForeignModel weights(List<Layer> dense, Variables variables) throws IOException {
    if (dense.size() != stated.size()) {
      throw new MalformedFileException(
          file,
          "it has the weights of "
              + dense.size()
              + " Dense layers and no activations"
              + (stated.isEmpty() ? "" : ", and " + stated.size() + " are stated"),
          "one for each to be stated, such as relu,softmax, or a whole model, as model.save writes"
              + " it");
    }
    Layers layers = new Layers(version, variables, mostBytes);
    for (int i = 0; i < dense.size(); i++) {
      layers.add(dense.get(i));
      StatedActivation activation = stated.get(i);
      layers.activate(
          dense.get(i), new KerasActivation(activation.activation(), activation.slope()));
    }
    return model(layers, List.of(STATED));
  }

  private ForeignModel model(Layers layers, List<String> remarks) throws MalformedFileException {
    List<Step> steps = layers.steps();
    ChainBuilder builder = new ChainBuilder(file, inputs(steps));
    for (Step step : steps) {
      switch (step) {
        case Step.Dense dense -> {
          if (dense.in() != builder.width()) {
            throw new MalformedFileException(
                file,
                dense.place(),
                "it has weights for " + dense.in() + " inputs, and gets " + builder.width(),
                "layers that fit one another");
          }
          builder.dense(
              dense.place(), dense.name(), dense.out(), transposed(dense), dense.bias().clone());
        }
        case Step.Normalize normalize -> normalize(builder, normalize);
        case Step.Activate activate ->
            builder.activation(
                activate.place(),
                activate.activation().activation(),
                activate.activation().slope());
      }
    }
    Chain chain = builder.chain(layers.precision(), null);
    return new ForeignModel(
        name,
        version.equals(Version.UNKNOWN) ? "Keras" : "Keras " + version,
        chain,
        builder.folded(),
        layers.dropped(),
        remarks,
        new KerasOriginal(steps));
  }

  /** The numbers of one sample, by the first layer that has weights for each of them. */
  private int inputs(List<Step> steps) throws MalformedFileException {
    for (Step step : steps) {
      if (step instanceof Step.Dense dense) {
        return dense.in();
      }
    }
    throw new MalformedFileException(file, "the model has no Dense layer", "at least one");
  }

  private static double[] transposed(Step.Dense dense) {
    double[] weights = new double[dense.kernel().length];
    for (int k = 0; k < dense.in(); k++) {
      for (int j = 0; j < dense.out(); j++) {
        weights[j * dense.in() + k] = dense.kernel()[k * dense.out() + j];
      }
    }
    return weights;
  }

  private void normalize(ChainBuilder builder, Step.Normalize normalize)
      throws MalformedFileException {
    double[] scale = new double[builder.width()];
    double[] shift = new double[builder.width()];
    int numbers = normalize.mean().length;
    if (numbers != 1 && numbers != scale.length) {
      throw new MalformedFileException(
          file,
          normalize.place(),
          "it has numbers for " + numbers + " inputs, and gets " + scale.length,
          "layers that fit one another");
    }
    for (int k = 0; k < scale.length; k++) {
      scale[k] = Step.at(normalize.factor(), k) / Step.at(normalize.root(), k);
      shift[k] = Step.at(normalize.shift(), k) - Step.at(normalize.mean(), k) * scale[k];
    }
    builder.affine(normalize.place(), scale, shift);
  }
}
