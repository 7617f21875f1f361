package dev.burin.csv;

import dev.burin.file.MalformedFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than its limit; closing it closes nothing. */
final class LimitedStream extends FilterInputStream {

  private final long most;
  private final String file;
  private long count;

  LimitedStream(InputStream in, long most, String file) {
    super(in);
    this.most = most;
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    counted(Math.max(0, read));
    return read;
  }

  @Override
  public void close() {}

  private void counted(int read) throws MalformedFileException {
    count += read;
    if (count > most) {
      throw new MalformedFileException(
          file,
          "there are more bytes than " + most,
          "at most these; most(bytes) sets another limit");
    }
  }
}
