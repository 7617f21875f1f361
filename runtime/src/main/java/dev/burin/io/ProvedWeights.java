package dev.burin.io;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Engraved;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The weights that were proved while a class was compiled, as its {@code load()} reads them; for
 * generated classes.
 */
public final class ProvedWeights {

  private ProvedWeights() {}

  /**
   * Loads the resource of a generated class, with the checks of {@link
   * WeightsFile#load(InputStream, String, Engraved)}, and asks whether it is the very file that was
   * proved: a build tool may have replaced or changed it since.
   *
   * @param in the resource, which is closed; null if it was not found
   * @param name what it is called
   * @param sha256 of its bytes, 64 hexadecimal digits
   * @param layout which way round weights lie
   * @param fresh a network without weights
   * @return the same network
   * @throws UncheckedIOException if it is another file, or there is none
   */
  public static <E extends Engraved<?>> E load(
      @Nullable InputStream in, String name, String sha256, Layout layout, E fresh) {
    String title = fresh.getClass().getName();
    try (in) {
      if (in == null) {
        throw new MalformedFileException(
            name,
            "there is no such resource beside " + title,
            "the file that was proved when it was compiled, in the jar or the folder of the class");
      }
      DigestInputStream digested = new DigestInputStream(in, sha256());
      WeightsFile.load(digested, name, fresh, Reading.standard().layout(layout));
      String found = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      if (!found.equals(sha256)) {
        throw new MalformedFileException(
            name,
            "its SHA-256 is " + found,
            sha256
                + ", that of the file that was proved when "
                + title
                + " was compiled; compile it again, or load other weights with WeightsFile.load");
      }
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What computes the fingerprint of a file. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256, but this one says not.", e);
    }
  }
}
