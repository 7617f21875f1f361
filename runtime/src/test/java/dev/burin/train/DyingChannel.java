package dev.burin.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that a process of {@link DyingFiles} reads or writes. */
final class DyingChannel implements SeekableByteChannel {

  private final DyingFiles files;
  private final SeekableByteChannel channel;

  DyingChannel(DyingFiles files, SeekableByteChannel channel) {
    this.files = files;
    this.channel = channel;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int wanted = from.remaining();
    ByteBuffer part = from.duplicate();
    part.limit(part.position() + files.write(wanted));
    while (part.hasRemaining()) {
      channel.write(part);
    }
    files.alive();
    from.position(from.limit());
    return wanted;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    files.alive();
    return channel.read(to);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    return channel.position(position);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    files.step();
    return channel.truncate(size);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
