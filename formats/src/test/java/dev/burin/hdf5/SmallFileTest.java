package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read at once or piece by piece, and holds the same either way. */
class SmallFileTest {

  private static final int SMALL = 1 << 20;

  @TempDir private Path folder;

  private byte[] written(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Files.write(folder.resolve("file"), bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4097, SMALL - 1, SMALL, SMALL + 1})
  void hasAllBytesOfTheFile(int length) throws IOException {
    byte[] bytes = written(length);
    try (SeekableByteChannel channel = SmallFile.open(folder.resolve("file"))) {
      assertThat(channel.size()).isEqualTo(length);
      ByteBuffer read = ByteBuffer.allocate(length);
      while (read.hasRemaining() && channel.read(read) >= 0) {}
      assertThat(read.array()).isEqualTo(bytes);
    }
  }

  @Test
  void takesNoMemoryForAFileThatIsNotSmall() throws IOException {
    written(SMALL + 1);
    try (SeekableByteChannel channel = SmallFile.open(folder.resolve("file"))) {
      assertThat(channel).isInstanceOf(FileChannel.class);
    }
  }

  @Test
  void needsASmallFileNoLongerThanItIsRead() throws IOException {
    written(SMALL);
    try (SeekableByteChannel channel = SmallFile.open(folder.resolve("file"))) {
      Files.write(folder.resolve("file"), new byte[0]);
      assertThat(channel.size()).isEqualTo(SMALL);
    }
  }
}
