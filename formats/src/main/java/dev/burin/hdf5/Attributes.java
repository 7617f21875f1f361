package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of a group or data set by name, in its header or, where many, in a heap. */
final class Attributes {

  private static final String NAME = "attribute";

  private Attributes() {}

  /** The attributes, none of them decoded. */
  static Map<String, Attribute> of(HdfFile file, ObjectHeader header) throws IOException {
    List<Attribute> all = new ArrayList<>();
    for (Message message : header.all(MessageType.ATTRIBUTE)) {
      if (message.shared()) {
        throw message.block().refused(ObjectHeader.SHARED);
      }
      all.add(Attribute.read(message.block()));
    }
    Optional<Block> info = header.first(MessageType.ATTRIBUTE_INFO);
    if (info.isPresent()) {
      dense(file, info.get(), all);
    }
    Map<String, Attribute> named = new LinkedHashMap<>();
    for (Attribute attribute : all) {
      if (named.put(attribute.name(), attribute) != null) {
        throw attribute.value().damaged("is there twice");
      }
    }
    return named;
  }

  /** Adds attributes that are too many or too long for the object header. */
  private static void dense(HdfFile file, Block info, List<Attribute> all) throws IOException {
    info.version(0);
    info.skip((info.u8() & 1) != 0 ? 2 : 0);
    long heap = info.address();
    long names = info.address();
    if (heap == HdfFile.UNDEFINED) {
      return;
    }
    FractalHeap messages = FractalHeap.read(file, heap);
    Btree2.records(
        file,
        names,
        Btree2.ATTRIBUTE_NAMES,
        record -> {
          Block id = record.slice(record.remaining() - 9L, NAME);
          // A flag says that the message itself is elsewhere; order and hash are of no use here.
          if ((record.u8() & 2) != 0) {
            throw record.refused(ObjectHeader.SHARED);
          }
          all.add(Attribute.read(messages.object(id)));
        });
  }
}
