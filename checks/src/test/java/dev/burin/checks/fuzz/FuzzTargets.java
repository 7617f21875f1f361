package dev.burin.checks.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/** All readers that are tried; a new one is one more line here. */
final class FuzzTargets {

  private FuzzTargets() {}

  /** New ones, as some keep a file. */
  static List<FuzzTarget> all() {
    return List.of(
        new CheckpointTarget(),
        new CompactTarget(),
        new CsvTarget(),
        new EncodingTarget(),
        new Hdf5Target(),
        new IdxTarget(),
        new KerasTarget(),
        new NpyTarget(),
        new NpzModelTarget(),
        new NpzTarget(),
        new OnnxTarget(),
        new RequestTarget(),
        new SafetensorsTarget(),
        new WeightsTarget());
  }

  /**
   * The one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static FuzzTarget of(String name) {
    List<FuzzTarget> all = all();
    return all.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no reader \""
                        + name
                        + "\"; take one of "
                        + all.stream().map(FuzzTarget::name).collect(Collectors.joining(", "))
                        + "."));
  }
}
