package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filter pipeline message: the steps in the order in which chunks were written. */
final class Filters {

  /** As many as the mask of a chunk can switch off. */
  private static final int MOST = 32;

  /** Filters from here on have a name in the file. */
  private static final int NAMED = 256;

  private Filters() {}

  static List<Filter> read(ObjectHeader header, String name) throws IOException {
    Optional<Block> message = header.first(MessageType.FILTERS);
    if (message.isEmpty()) {
      return List.of();
    }
    Block block = message.get();
    int version = block.u8();
    if (version != 1 && version != 2) {
      throw block.unreadable(version);
    }
    int count = block.u8();
    if (count > MOST) {
      throw block.damaged("has " + count + " filters");
    }
    block.skip(version == 1 ? 6 : 0);
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      filters.add(filter(block, version, name));
    }
    if (filters.stream().map(Filter::id).distinct().count() < count) {
      throw block.refused(name + " went through the same filter twice, which is not read.");
    }
    return List.copyOf(filters);
  }

  private static Filter filter(Block block, int version, String name) throws IOException {
    int id = block.u16();
    int nameSize = version == 1 || id >= NAMED ? block.u16() : 0;
    block.skip(2);
    int values = block.u16();
    // Version 1 fills names up to a multiple of 8 bytes, and the values too.
    block.skip(version == 1 ? (nameSize + 7L) / 8 * 8 : nameSize);
    long first = values > 0 ? block.u32() : 0;
    block.skip(4L * Math.max(0, values - 1));
    block.skip(version == 1 && values % 2 != 0 ? 4 : 0);
    Filter filter = new Filter(id, (int) Math.min(first, Integer.MAX_VALUE));
    if (!Filter.READ.contains(id)) {
      throw block.refused(
          name
              + " is stored with the filter "
              + filter.name()
              + ", which is not read; gzip, shuffle and fletcher32 are, or no filter at all.");
    }
    return filter;
  }
}
