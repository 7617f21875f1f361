package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5Array;
import java.io.IOException;
import java.util.List;

/** The variables of layers, wherever a version of Keras puts them. */
interface Variables {

  /**
   * The variables of a layer, in the order of their roles.
   *
   * @param layer the layer, in the order of the computation; each is asked for once
   * @param roles such as {@code kernel} and {@code bias}, in the order in which Keras has them
   * @throws MalformedFileException if the layer has other variables than these
   */
  List<Hdf5Array> of(Layer layer, List<String> roles) throws IOException;

  /** How many variables the file has of a layer that is going to be asked for next. */
  int count(Layer layer) throws IOException;

  /** Sees to it that no layer has variables that nobody asked for. */
  void requireAllRead() throws IOException;
}
