package dev.burin.hdf5;

import java.io.IOException;

/** A B-tree of version 1, from which groups and chunks hang. */
final class Btree1 {

  static final int GROUP = 0;
  static final int CHUNKS = 1;

  private static final String NAME = "B-tree node";
  private static final int ANY_LEVEL = -1;

  /** Takes what hangs from the tree: the key before it, and its address. */
  interface Children {
    void child(Block key, long address) throws IOException;
  }

  private final HdfFile file;
  private final int type;
  private final int key;
  private final Children children;

  private Btree1(HdfFile file, int type, int key, Children children) {
    this.file = file;
    this.type = type;
    this.key = key;
    this.children = children;
  }

  /** Visits all that hangs from a tree whose keys have so many bytes. */
  static void children(HdfFile file, long root, int type, int key, Children children)
      throws IOException {
    new Btree1(file, type, key, children).node(root, ANY_LEVEL);
  }

  private void node(long address, int expectedLevel) throws IOException {
    int head = 8 + 2 * file.widths().offset();
    Block start = file.block(address, head, NAME);
    start.signature("TREE");
    if (start.u8() != type) {
      throw start.damaged("is of the wrong type");
    }
    int level = start.u8();
    // Levels fall by one, so that no path runs in a circle.
    if (expectedLevel != ANY_LEVEL && level != expectedLevel) {
      throw start.damaged("is on the wrong level");
    }
    int count = start.u16();
    Block node = file.block(address + head, (long) count * (key + file.widths().offset()), NAME);
    for (int i = 0; i < count; i++) {
      Block before = node.slice(key, "key of a B-tree");
      long child = node.address();
      if (level == 0) {
        children.child(before, child);
      } else {
        node(child, level - 1);
      }
    }
  }
}
