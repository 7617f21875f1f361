package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file to be read: one of at most a mebibyte at once, since its structures are small and many,
 * and each of them would be a call of the system.
 */
final class SmallFile {

  private static final int SMALL = 1 << 20;

  private SmallFile() {}

  /** The bytes of a file. */
  static SeekableByteChannel open(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      if (channel.size() > SMALL) {
        return channel;
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      channel.close();
      return new BytesChannel(Arrays.copyOf(bytes.array(), bytes.position()));
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }
}
