package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An open HDF5 file, which is walked through from its {@link #root()}: for files whose data sets
 * are named by what else stands in them, such as those of Keras. {@link Hdf5} says what is read and
 * what is refused. It is for one thread.
 */
public final class Hdf5File implements Closeable {

  private final SeekableByteChannel channel;
  private final Hdf5Group root;

  private Hdf5File(Path name, SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    HdfFile file = Superblock.read(new FileBytes(name, channel));
    this.root = new Hdf5Group(file, new GlobalHeap(file), "", ObjectHeader.read(file, file.root()));
  }

  /**
   * Opens a file.
   *
   * @throws MalformedFileException if it is not a whole HDF5 file; the message names it
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static Hdf5File open(Path file) throws IOException {
    Objects.requireNonNull(file, "The path of the HDF5 file is null.");
    Hdf5Reader.requireRegular(file);
    return open(file, SmallFile.open(file));
  }

  /**
   * The file that bytes are, such as those of a member of an archive. They are not copied.
   *
   * @param name what they are called in messages
   * @throws MalformedFileException if they are not a whole HDF5 file
   */
  public static Hdf5File of(byte[] bytes, Path name) throws IOException {
    Objects.requireNonNull(bytes, "The bytes are null; expected those of an HDF5 file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    return open(name, new BytesChannel(bytes));
  }

  private static Hdf5File open(Path name, SeekableByteChannel channel) throws IOException {
    try {
      return new Hdf5File(name, channel);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  /** The group that all others are in. */
  public Hdf5Group root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
