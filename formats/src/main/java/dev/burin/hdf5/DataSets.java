package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds data sets by their paths. */
final class DataSets {

  private DataSets() {}

  /**
   * The data set at a path. A slash in front, at the end or twice, and a step of one dot, mean
   * nothing, as everywhere in HDF5.
   */
  static DataSet find(HdfFile file, String path) throws IOException {
    List<String> steps = steps(path);
    String name = Printable.of(path);
    if (steps.isEmpty()) {
      throw refused(file, "No data set is named.");
    }
    ObjectHeader header = ObjectHeader.read(file, file.root());
    for (String step : steps) {
      header = step(file, header, step, name);
    }
    if (Group.is(header)) {
      throw refused(file, name + " is a group, not a data set.");
    }
    if (!header.has(MessageType.LAYOUT)) {
      throw refused(file, name + " is a named type, not a data set.");
    }
    return DataSet.of(file, name, header);
  }

  /** The names that a path is made of. */
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static ObjectHeader step(HdfFile file, ObjectHeader header, String step, String name)
      throws IOException {
    if (Group.is(header)) {
      for (Link link : Group.links(file, header)) {
        if (link.name().equals(step)) {
          if (!link.hard()) {
            throw file.bytes()
                .malformed(
                    "The data set " + name + " is behind a link, and links are not followed.");
          }
          return ObjectHeader.read(file, link.address());
        }
      }
    }
    throw refused(file, "There is no data set " + name + ".");
  }

  private static IOException refused(HdfFile file, String sentence) {
    return file.bytes().malformed(sentence + Contents.of(file));
  }
}
