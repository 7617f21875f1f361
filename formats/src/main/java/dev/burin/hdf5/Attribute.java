package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attribute message, versions 1 to 3: a small array that belongs to a group or a data set.
 *
 * @param type the datatype message, or where it is
 * @param space the dataspace message
 * @param value the elements
 */
record Attribute(String name, Block type, Block space, Block value) {

  private static final String WHAT = "attribute";

  private static final int STRING = 3;
  private static final int VARYING = 9;

  /** How a string of fixed length ends, by its number: at a zero, before zeros, before spaces. */
  private static final int ZERO_ENDED = 0;

  private static final int SPACES = 2;

  static Attribute read(Block block) throws IOException {
    int version = block.u8();
    if (version < 1 || version > 3) {
      throw block.unreadable(version);
    }
    int flags = block.u8();
    if (version > 1 && (flags & 3) != 0) {
      throw block.refused("The type of an attribute has a name of its own, which is not read.");
    }
    int nameSize = block.u16();
    int typeSize = block.u16();
    int spaceSize = block.u16();
    block.skip(version == 3 ? 1 : 0);
    boolean filled = version == 1;
    Block name = part(block, nameSize, filled);
    Block type = part(block, typeSize, filled);
    Block space = part(block, spaceSize, filled);
    return new Attribute(
        ended(name.text(nameSize), ZERO_ENDED), type, space, block.slice(block.remaining(), WHAT));
  }

  /** The next bytes; in version 1 a multiple of 8 of them, the last of no meaning. */
  private static Block part(Block block, int size, boolean filled) throws IOException {
    Block part = block.slice(size, WHAT);
    block.skip(filled ? (8 - size % 8) % 8 : 0);
    return part;
  }

  /** The texts of this attribute, row-major, or nothing where it has values of another type. */
  Optional<List<String>> texts(GlobalHeap heap) throws IOException {
    long elements = Dataspace.elements(space);
    int first = type.u8();
    int bits = (int) type.bits(3);
    long size = type.u32();
    boolean varying = (first & 15) == VARYING && (bits & 15) == 1;
    boolean fixed = (first & 15) == STRING;
    if (elements == 0) {
      return Optional.of(List.of());
    }
    if (!varying && !fixed) {
      return Optional.empty();
    }
    // A text of no bytes would have no end to how many there may be.
    if (size == 0 || elements > value.remaining() / size) {
      throw value.damaged("has fewer texts than it says");
    }
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < elements; i++) {
      Block element = value.slice(size, WHAT);
      texts.add(varying ? heap.text(element) : ended(element.text(size), bits & 15));
    }
    return Optional.of(texts);
  }

  private static String ended(String text, int padding) {
    if (padding == ZERO_ENDED) {
      int zero = text.indexOf('\0');
      return zero < 0 ? text : text.substring(0, zero);
    }
    char filler = padding == SPACES ? ' ' : '\0';
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == filler) {
      end--;
    }
    return text.substring(0, end);
  }
}
