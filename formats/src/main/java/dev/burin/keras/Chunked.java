package dev.burin.keras;

import dev.burin.hdf5.Hdf5Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of names in attributes, which Keras splits where one attribute cannot hold them. */
final class Chunked {

  private Chunked() {}

  /** The names, or nothing where there is no such list. */
  static Optional<List<String>> names(Hdf5Group group, String attribute) throws IOException {
    Optional<List<String>> whole = group.texts(attribute);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> names = new ArrayList<>();
    int parts = 0;
    while (true) {
      Optional<List<String>> part = group.texts(attribute + parts);
      if (part.isEmpty()) {
        return parts == 0 ? Optional.empty() : Optional.of(names);
      }
      names.addAll(part.get());
      parts++;
    }
  }
}
