package dev.burin.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged archive is read or refused, and nothing else, also where it ends within a member. */
class NpzDamageTest {

  @TempDir private Path directory;

  @Test
  void damagedArchivesAreReadOrRefused() throws IOException {
    byte[] good = deflated();
    Path file = directory.resolve("damaged.npz");
    Random random = new Random(4);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = good.clone();
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, bytes);
      try {
        assertThat(Npz.read(file)).isNotEmpty();
      } catch (MalformedFileException e) {
        assertThat(e).hasMessageStartingWith(file.toString()).hasMessageEndingWith(".");
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 2_900);
  }

  private static byte[] deflated() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"W1.npy", "b1.npy"}) {
        ZipEntry member = new ZipEntry(name);
        member.setTime(0);
        zip.putNextEntry(member);
        Npy.write(zip, NpyArray.of(new double[64], 8, 8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
