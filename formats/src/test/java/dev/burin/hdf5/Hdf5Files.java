package dev.burin.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** The files of {@code src/test/resources/hdf5}, unpacked. */
public final class Hdf5Files {

  private Hdf5Files() {}

  /** The bytes of a file; where it is not there under its name, it is there packed. */
  public static byte[] bytes(String name) {
    try (InputStream plain = Hdf5Files.class.getResourceAsStream("/hdf5/" + name)) {
      if (plain != null) {
        return plain.readAllBytes();
      }
      try (InputStream packed = Hdf5Files.class.getResourceAsStream("/hdf5/" + name + ".gz")) {
        return new GZIPInputStream(packed).readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
