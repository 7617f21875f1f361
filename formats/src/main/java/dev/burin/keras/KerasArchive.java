package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The members of a .keras archive: the configuration of the model, and its weights as the bytes of
 * an HDF5 file.
 */
record KerasArchive(String config, String version, byte[] weights) {

  private static final String CONFIG = "config.json";
  private static final String METADATA = "metadata.json";
  private static final String WEIGHTS = "model.weights.h5";

  /** The configuration of a thousand layers has less than a megabyte. */
  private static final long LONGEST_TEXT = 16 << 20;

  /** Weights do not become much smaller by packing; what grows more than this is no weights. */
  private static final long LARGEST_RATIO = 100;

  private static final long SMALL = 16 << 20;

  static KerasArchive read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, ZipEntry> members = members(file, zip);
      String config = text(file, zip, member(file, members, CONFIG));
      String version =
          members.containsKey(METADATA) ? text(file, zip, member(file, members, METADATA)) : "{}";
      return new KerasArchive(config, version, weights(file, zip, members));
    } catch (ZipException | EOFException e) {
      MalformedFileException refusal =
          new MalformedFileException(
              file,
              "this is no ZIP archive that can be read: "
                  + (e instanceof EOFException ? "it ends too early" : e.getMessage()),
              "a .keras file");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static Map<String, ZipEntry> members(Path file, ZipFile zip)
      throws MalformedFileException {
    Map<String, ZipEntry> members = new HashMap<>();
    for (ZipEntry member : zip.stream().toList()) {
      if (members.put(member.getName(), member) != null) {
        throw new MalformedFileException(
            file,
            "there are two members \"" + Names.shown(member.getName()) + "\"",
            "a name of its own for each");
      }
    }
    return members;
  }

  private static ZipEntry member(Path file, Map<String, ZipEntry> members, String name)
      throws MalformedFileException {
    ZipEntry member = members.get(name);
    if (member == null) {
      throw new MalformedFileException(
          file, "the archive has no " + name, "a file that model.save of Keras 3 wrote");
    }
    return member;
  }

  private static byte[] weights(Path file, ZipFile zip, Map<String, ZipEntry> members)
      throws IOException {
    for (String other : new String[] {"model.weights.npz", "model.weights.json"}) {
      if (!members.containsKey(WEIGHTS) && members.containsKey(other)) {
        throw new MalformedFileException(
            file, "its weights are in " + other, WEIGHTS + "; save the model to one .keras file");
      }
    }
    ZipEntry member = member(file, members, WEIGHTS);
    boolean grows =
        member.getSize() > SMALL
            && member.getSize() / LARGEST_RATIO > Math.max(1, member.getCompressedSize());
    if (grows || member.getSize() > Integer.MAX_VALUE - 8) {
      throw new MalformedFileException(
          file,
          WEIGHTS + " has " + member.getSize() + " bytes once it is unpacked",
          "at most 2 GiB, and at most " + LARGEST_RATIO + " times what it has packed");
    }
    return bytes(file, zip, member);
  }

  private static String text(Path file, ZipFile zip, ZipEntry member) throws IOException {
    if (member.getSize() > LONGEST_TEXT) {
      throw new MalformedFileException(
          file,
          member.getName() + " has " + member.getSize() + " bytes",
          "at most " + LONGEST_TEXT);
    }
    return new String(bytes(file, zip, member), StandardCharsets.UTF_8);
  }

  /** All bytes of a member, neither more nor fewer than it says. */
  private static byte[] bytes(Path file, ZipFile zip, ZipEntry member) throws IOException {
    CRC32 crc = new CRC32();
    try (CheckedInputStream in =
        new CheckedInputStream(new BufferedInputStream(zip.getInputStream(member)), crc)) {
      byte[] bytes = in.readNBytes((int) member.getSize());
      if (bytes.length < member.getSize() || in.read() >= 0) {
        throw new MalformedFileException(
            file,
            member.getName() + " is not as long as the archive says",
            member.getSize() + " bytes; the file was damaged, take another copy");
      }
      if (crc.getValue() != member.getCrc()) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT, "the CRC-32 of %s is %08x", member.getName(), crc.getValue()),
            String.format(Locale.ROOT, "%08x; it was damaged, take another copy", member.getCrc()));
      }
      return bytes;
    }
  }
}
