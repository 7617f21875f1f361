package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The links of a group as files have them by default: B-tree, symbol table nodes and local heap.
 */
final class SymbolTable {

  private static final String NODE = "symbol table node";
  private static final int SOFT = 2;

  private final HdfFile file;
  private final Block heap;
  private final List<Link> links = new ArrayList<>();
  private long room;

  private SymbolTable(HdfFile file, Block heap) {
    this.file = file;
    this.heap = heap;
    this.room = heap.remaining();
  }

  static List<Link> links(HdfFile file, Block message) throws IOException {
    long tree = message.address();
    SymbolTable table = new SymbolTable(file, heap(file, message.address()));
    Btree1.children(
        file, tree, Btree1.GROUP, file.widths().length(), (key, node) -> table.add(node));
    return table.links;
  }

  /** The names of the group, one after the other. */
  private static Block heap(HdfFile file, long address) throws IOException {
    Widths widths = file.widths();
    Block head = file.block(address, 8 + 2L * widths.length() + widths.offset(), "local heap");
    head.signature("HEAP");
    head.version(0);
    head.skip(3);
    long size = head.length();
    head.length();
    return file.block(head.address(), size, "data segment of a local heap");
  }

  private void add(long address) throws IOException {
    int head = 8;
    int entry = file.widths().length() + file.widths().offset() + 24;
    Block start = file.block(address, head, NODE);
    start.signature("SNOD");
    start.version(1);
    start.skip(1);
    int count = start.u16();
    Block node = file.block(address + head, (long) count * entry, NODE);
    for (int i = 0; i < count; i++) {
      String name = heap.textAt(node.length());
      // No two links share a name in the heap, so that all names together fit into it.
      room -= name.length();
      if (room < 0) {
        throw node.damaged("has more names than its heap");
      }
      long header = node.address();
      boolean soft = node.u32() == SOFT;
      node.skip(20);
      links.add(new Link(name, soft ? HdfFile.UNDEFINED : header));
    }
  }
}
