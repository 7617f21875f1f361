package dev.burin.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The checksum of a weights file: CRC-32C (RFC 3720) over our own metadata and over the CRC-32C of
 * the bytes of each tensor, in the order of the network.
 *
 * <p>Names, types, shapes and offsets of tensors are not in it, as a file in which any of these is
 * wrong is not one for the network. So another tool may write the tensors in another order, or add
 * metadata of its own, and the checksum stays right.
 */
final class Checksum {

  private Checksum() {}

  /**
   * The checksum in words: eight hexadecimal digits.
   *
   * @param metadata all entries of a header
   * @param tensors the checksums of the tensors in the order of the network
   */
  static String of(Map<String, String> metadata, int[] tensors) {
    CRC32C total = new CRC32C();
    for (var entry : new TreeMap<>(metadata).entrySet()) {
      if (entry.getKey().startsWith(Metadata.OURS) && !entry.getKey().equals(Metadata.CHECKSUM)) {
        total.update((entry.getKey() + "\n" + entry.getValue() + "\n").getBytes(UTF_8));
      }
    }
    for (int tensor : tensors) {
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        total.update(tensor >>> shift);
      }
    }
    return HexFormat.of().toHexDigits((int) total.getValue());
  }
}
