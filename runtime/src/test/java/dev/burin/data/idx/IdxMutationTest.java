package dev.burin.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile files are refused by name, or read as what they say, and stay small. */
class IdxMutationTest {

  private static final byte[] PIXELS = IdxFiles.random(3 * 4 * 4, 7);
  private static final byte[] IMAGES = IdxFiles.images(3, 4, 4, PIXELS);
  private static final byte[] GZIP = IdxFiles.gzip(IMAGES);

  /** Room for buffers, a message and a stack trace; what hostile files promise is far more. */
  private static final long MODEST = 1 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Path FILE = Path.of("mutated");

  /** What the file holds, or nothing if it is refused as it should be. */
  private Optional<IdxImages> read(byte[] bytes) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      InputStream in = new ByteArrayInputStream(bytes);
      return Optional.of(IdxReader.images(FILE, in, bytes.length, IdxReader.MOST_UNPACKED));
    } catch (MalformedFileException e) {
      assertThat(e).hasMessageStartingWith(FILE + ": ");
      return Optional.empty();
    } finally {
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MODEST);
    }
  }

  private static void assertHolds(IdxImages images, byte[] bytes) {
    assertThat(images.pixels()).isEqualTo(Arrays.copyOfRange(bytes, 16, bytes.length));
    assertThat((long) images.count() * images.rows() * images.columns())
        .isEqualTo(images.pixels().length);
    int[] header = {images.count(), images.rows(), images.columns()};
    for (int i = 0; i < 3; i++) {
      assertThat(header[i]).isEqualTo(ByteBuffer.wrap(bytes).getInt(4 + 4 * i));
    }
  }

  @Test
  void refusesEveryChangeOfAHeaderByte() throws IOException {
    for (int at = 0; at < 16; at++) {
      for (int change = 1; change < 256; change++) {
        byte[] mutated = IMAGES.clone();
        mutated[at] ^= (byte) change;
        assertThat(read(mutated)).as("byte %d changed by %02x", at, change).isEmpty();
      }
    }
  }

  /** Some bytes of gzip mean nothing, such as its date; others must not change what is read. */
  @Test
  void neverReadsSomethingElseFromAChangedGzipByte() throws IOException {
    int refused = 0;
    for (int at = 0; at < GZIP.length; at++) {
      for (int change = 1; change < 256; change++) {
        byte[] mutated = GZIP.clone();
        mutated[at] ^= (byte) change;
        Optional<IdxImages> images = read(mutated);
        images.ifPresent(read -> assertHolds(read, IMAGES));
        refused += images.isEmpty() ? 1 : 0;
      }
    }
    // The date, the extra flags and the operating system are 6 bytes; the text flag is one bit.
    assertThat(refused).isBetween((GZIP.length - 8) * 255, (GZIP.length - 6) * 255 - 1);
  }

  @Test
  void readsOrRefusesRandomMutations() throws IOException {
    Random random = new Random(20_000);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean gzip = random.nextBoolean();
      byte[] mutated = mutate(gzip ? GZIP : IMAGES, random);
      Optional<IdxImages> images = read(mutated);
      if (images.isPresent()) {
        read++;
        assertHolds(images.get(), isGzip(mutated) ? IMAGES : mutated);
      }
    }
    // Both ways must have been taken often, else the mutations prove nothing.
    assertThat(read).isBetween(1_000, 19_000);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** Changes, removes, repeats or inserts a few bytes. */
  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(8)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(4, at));
        case 1 -> {
          byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
          bytes = IdxFiles.join(Arrays.copyOf(bytes, at + random.nextInt(3)), tail);
        }
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0x80);
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  @Test
  void aHeaderThatPromisesMuchAllocatesLittle() throws IOException {
    byte[] lying = IdxFiles.images(2_000_000, 32, 32, PIXELS);

    assertThat(read(lying)).isEmpty();
    assertThat(read(IdxFiles.gzip(lying))).isEmpty();
  }

  @Test
  void stopsAGzipBombAtTheDeclaredSize(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("bomb");
    byte[] bomb = IdxFiles.gzip(IdxFiles.images(3, 4, 4, new byte[64 << 20]));
    Files.write(file, bomb);

    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> IdxReader.images(file))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessageEndingWith("but more follow; expected the file to end there.");
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MODEST);
  }

  @Test
  void refusesAnHonestGzipBombBeforeMemoryIsTaken(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("bomb");
    byte[] zeros = IdxFiles.gzip(new byte[16 << 20]);
    for (int[] dimensions : new int[][] {{1 << 20, 32, 32}, {1 << 30}}) {
      try (OutputStream out = Files.newOutputStream(file)) {
        int magic = 0x0800 + dimensions.length;
        out.write(IdxFiles.gzip(IdxFiles.file(magic, dimensions, new byte[0])));
        for (int i = 0; i < 64; i++) {
          out.write(zeros);
        }
      }

      long before = THREADS.getCurrentThreadAllocatedBytes();
      assertThatThrownBy(
              () -> {
                if (dimensions.length == 3) {
                  IdxReader.images(file);
                } else {
                  IdxReader.labels(file);
                }
              })
          .isExactlyInstanceOf(MalformedFileException.class)
          .hasMessageContaining("= 1073741824 bytes, more than the limit of ");
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MODEST);
    }
  }

  @Test
  void aCompressedFileTakesLittleMoreMemoryThanItsElements(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("large");
    Files.write(file, IdxFiles.gzip(IdxFiles.images(1 << 14, 32, 32, new byte[16 << 20])));

    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(IdxReader.images(file).count()).isEqualTo(1 << 14);
    // Arrays of 16 and 4 MiB, of 512 and 64 KiB, and the buffers; readNBytes would take 32 MiB.
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(22 << 20);
  }
}
