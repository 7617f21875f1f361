package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links of a group: in a symbol table, in its object header, or in a heap. */
final class Group {

  private Group() {}

  static boolean is(ObjectHeader header) {
    return header.has(MessageType.SYMBOL_TABLE) || header.has(MessageType.LINK_INFO);
  }

  static List<Link> links(HdfFile file, ObjectHeader header) throws IOException {
    Optional<Block> table = header.first(MessageType.SYMBOL_TABLE);
    if (table.isPresent()) {
      return SymbolTable.links(file, table.get());
    }
    List<Link> links = new ArrayList<>();
    for (Message message : header.all(MessageType.LINK)) {
      links.add(LinkMessage.read(message.block()));
    }
    Optional<Block> info = header.first(MessageType.LINK_INFO);
    if (info.isPresent()) {
      dense(file, info.get(), links);
    }
    return links;
  }

  /** Adds links that are too many for the object header. */
  private static void dense(HdfFile file, Block info, List<Link> links) throws IOException {
    info.version(0);
    int flags = info.u8();
    info.skip((flags & 1) != 0 ? 8 : 0);
    long heap = info.address();
    long names = info.address();
    if (heap == HdfFile.UNDEFINED) {
      return;
    }
    FractalHeap messages = FractalHeap.read(file, heap);
    Btree2.records(
        file,
        names,
        Btree2.LINK_NAMES,
        record -> {
          // The hash of the name only orders the records.
          record.skip(4);
          links.add(LinkMessage.read(messages.object(record)));
        });
  }
}
