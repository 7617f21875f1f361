package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says which data sets a file holds, for those who asked for another. */
final class Contents {

  private static final int MOST_NAMES = 20;

  /** Enough for the files of courses; a sentence does not need the rest. */
  private static final int MOST_OBJECTS = 1000;

  private static final int DEEPEST = 16;

  private final HdfFile file;
  private final List<String> names = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private boolean more;

  private Contents(HdfFile file) {
    this.file = file;
  }

  static String of(HdfFile file) {
    Contents contents = new Contents(file);
    try {
      contents.visit("", file.root(), 0);
    } catch (IOException e) {
      // What was asked for is not there, whatever else is wrong with the file.
      contents.more = true;
    }
    return contents.sentence();
  }

  private void visit(String path, long address, int depth) throws IOException {
    if (seen.size() == MOST_OBJECTS || depth == DEEPEST) {
      more = true;
      return;
    }
    if (!seen.add(address)) {
      return;
    }
    ObjectHeader header = ObjectHeader.read(file, address);
    if (header.has(MessageType.LAYOUT)) {
      names.add(Printable.of(path));
      return;
    }
    if (Group.is(header)) {
      for (Link link : Group.links(file, header)) {
        if (link.hard()) {
          visit(path.isEmpty() ? link.name() : path + "/" + link.name(), link.address(), depth + 1);
        }
      }
    }
  }

  private String sentence() {
    if (names.isEmpty()) {
      return more ? "" : " The file holds no data sets.";
    }
    // Later files keep names in the order of their hashes.
    List<String> shown = names.stream().sorted().limit(MOST_NAMES).toList();
    String end = more || shown.size() < names.size() ? " and more" : "";
    return " The file holds " + String.join(", ", shown) + end + ".";
  }
}
