package dev.burin.hdf5;

/** The messages of object headers that are read. */
final class MessageType {

  static final int NIL = 0x00;
  static final int DATASPACE = 0x01;
  static final int LINK_INFO = 0x02;
  static final int DATATYPE = 0x03;
  static final int OLD_FILL_VALUE = 0x04;
  static final int FILL_VALUE = 0x05;
  static final int LINK = 0x06;
  static final int EXTERNAL_FILES = 0x07;
  static final int LAYOUT = 0x08;
  static final int FILTERS = 0x0b;
  static final int ATTRIBUTE = 0x0c;
  static final int CONTINUATION = 0x10;
  static final int SYMBOL_TABLE = 0x11;
  static final int DRIVER_INFO = 0x14;
  static final int ATTRIBUTE_INFO = 0x15;
  static final int CACHE_IMAGE = 0x18;

  /** One more than the last message that version 3.0 of the specification knows. */
  static final int UNKNOWN = 0x19;

  private MessageType() {}
}
