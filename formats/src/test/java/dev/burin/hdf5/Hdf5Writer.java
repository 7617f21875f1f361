package dev.burin.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes small HDF5 files for tests: groups with links in their headers, arrays of floats in one
 * piece, and attributes of texts, of fixed or of varying length. None of it has a checksum, so that
 * damage is not found by one.
 */
public final class Hdf5Writer {

  /** The size of a superblock of version 0. */
  private static final int HEAD = 96;

  private static final long NOWHERE = -1;

  private final Node root = new Node();
  private boolean varying;

  /** A group, or an array where it has numbers. */
  private static final class Node {

    private final Map<String, Node> members = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, Consumer<ByteBuffer>> raw = new LinkedHashMap<>();
    private double[] numbers = {};
    private int[] shape = {};
    private int bytes;
    private long address = NOWHERE;
  }

  /** Attributes that follow have texts of varying length, which lie in the heap of the file. */
  public Hdf5Writer varyingTexts() {
    varying = true;
    return this;
  }

  /** A group, and all on the way to it. */
  public Hdf5Writer group(String path) {
    node(path);
    return this;
  }

  /** An array of halves, floats or doubles, of 2, 4 or 8 bytes each. */
  public Hdf5Writer array(String path, int bytes, double[] numbers, int... shape) {
    Node node = node(path);
    node.numbers = numbers.clone();
    node.shape = shape.clone();
    node.bytes = bytes;
    return this;
  }

  /** An attribute of texts. */
  public Hdf5Writer texts(String path, String name, String... texts) {
    node(path).texts.put(name, List.of(texts));
    return this;
  }

  /** An attribute message, written as it is. */
  public Hdf5Writer attribute(String path, String name, Consumer<ByteBuffer> message) {
    node(path).raw.put(name, message);
    return this;
  }

  private Node node(String path) {
    Node at = root;
    for (String step : path.split("/", -1)) {
      at = step.isEmpty() ? at : at.members.computeIfAbsent(step, _ -> new Node());
    }
    return at;
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[HEAD]);
    write(root, out);
    ByteBuffer file = little(out.toByteArray());
    file.put(
        new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8, 0});
    file.putShort((short) 4).putShort((short) 16).putInt(0);
    file.putLong(0).putLong(NOWHERE).putLong(file.capacity()).putLong(NOWHERE);
    file.putLong(0).putLong(root.address);
    return file.array();
  }

  /** Writes what is below a node, and then its header, whose address is kept. */
  private void write(Node node, ByteArrayOutputStream out) {
    for (Node member : node.members.values()) {
      write(member, out);
    }
    List<byte[]> messages = new ArrayList<>();
    if (node.bytes > 0) {
      array(node, out, messages);
    } else {
      messages.add(message(2, 18, to -> to.putShort((short) 0).putLong(NOWHERE).putLong(NOWHERE)));
      node.members.forEach((name, member) -> messages.add(link(name, member.address)));
    }
    node.texts.forEach((name, texts) -> messages.add(attribute(name, texts, out)));
    node.raw.values().forEach(raw -> messages.add(message(12, 64, raw)));
    int size = messages.stream().mapToInt(message -> message.length).sum();
    ByteBuffer header = little(new byte[16 + size]);
    header.put((byte) 1).put((byte) 0).putShort((short) messages.size()).putInt(1).putInt(size);
    header.position(16);
    messages.forEach(header::put);
    node.address = out.size();
    out.writeBytes(header.array());
  }

  private static void array(Node node, ByteArrayOutputStream out, List<byte[]> messages) {
    ByteBuffer data = little(new byte[node.numbers.length * node.bytes]);
    for (double number : node.numbers) {
      switch (node.bytes) {
        case 2 -> data.putShort(Float.floatToFloat16((float) number));
        case 4 -> data.putFloat((float) number);
        default -> data.putDouble(number);
      }
    }
    long address = out.size();
    out.writeBytes(data.array());
    messages.add(message(1, 4 + 8 * node.shape.length, to -> space(to, node.shape)));
    messages.add(message(3, 20, to -> real(to, node.bytes)));
    messages.add(
        message(
            8, 18, to -> to.put((byte) 3).put((byte) 1).putLong(address).putLong(data.capacity())));
  }

  private static void space(ByteBuffer to, int... shape) {
    to.put((byte) 2).put((byte) shape.length).put((byte) 0).put((byte) 1);
    for (int length : shape) {
      to.putLong(length);
    }
  }

  private static void real(ByteBuffer to, int bytes) {
    int exponent = bytes == 2 ? 5 : bytes == 4 ? 8 : 11;
    int mantissa = 8 * bytes - 1 - exponent;
    to.put((byte) 0x11).put((byte) 0x20).put((byte) (8 * bytes - 1)).put((byte) 0).putInt(bytes);
    to.putShort((short) 0).putShort((short) (8 * bytes));
    to.put((byte) mantissa).put((byte) exponent).put((byte) 0).put((byte) mantissa);
    to.putInt((1 << (exponent - 1)) - 1);
  }

  private static byte[] link(String name, long address) {
    byte[] utf = name.getBytes(StandardCharsets.UTF_8);
    return message(
        6,
        11 + utf.length,
        to -> to.put((byte) 1).put((byte) 0).put((byte) utf.length).put(utf).putLong(address));
  }

  private byte[] attribute(String name, List<String> texts, ByteArrayOutputStream out) {
    byte[] utf = (name + "\0").getBytes(StandardCharsets.UTF_8);
    int longest = texts.stream().mapToInt(text -> utf(text).length).max().orElse(1);
    int width = varying ? 16 : Math.max(1, longest);
    long heap = varying ? heap(texts, out) : NOWHERE;
    int typeSize = varying ? 16 : 8;
    return message(
        12,
        9 + utf.length + typeSize + 12 + width * texts.size(),
        to -> {
          to.put((byte) 3).put((byte) 0).putShort((short) utf.length).putShort((short) typeSize);
          to.putShort((short) 12).put((byte) 1).put(utf);
          if (varying) {
            to.put((byte) 0x19).put((byte) 1).put((byte) 1).put((byte) 0).putInt(16);
          }
          to.put((byte) 0x13).put((byte) 1).put((byte) 0).put((byte) 0).putInt(varying ? 1 : width);
          space(to, texts.size());
          for (int i = 0; i < texts.size(); i++) {
            byte[] text = utf(texts.get(i));
            if (varying) {
              to.putInt(text.length).putLong(heap).putInt(i + 1);
            } else {
              to.put(text).position(to.position() + width - text.length);
            }
          }
        });
  }

  private static byte[] utf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A collection of the global heap with these texts, numbered from 1. */
  private static long heap(List<String> texts, ByteArrayOutputStream out) {
    int size = 16 + texts.stream().mapToInt(text -> 16 + (utf(text).length + 7) / 8 * 8).sum();
    ByteBuffer heap = little(new byte[size + 16]);
    heap.put("GCOL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putLong(heap.capacity());
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = utf(texts.get(i));
      heap.putShort((short) (i + 1)).putShort((short) 1).putInt(0).putLong(text.length).put(text);
      heap.position((heap.position() + 7) / 8 * 8);
    }
    long address = out.size();
    out.writeBytes(heap.array());
    return address;
  }

  private static byte[] message(int type, int size, Consumer<ByteBuffer> body) {
    // Messages are filled up to a multiple of 8 bytes.
    int filled = (size + 7) / 8 * 8;
    ByteBuffer message = little(new byte[8 + filled]);
    message.putShort((short) type).putShort((short) filled).putInt(0);
    body.accept(message);
    return message.array();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
