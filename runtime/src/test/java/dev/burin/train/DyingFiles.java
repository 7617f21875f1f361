package dev.burin.train;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of this machine as a process sees them that dies after a number of steps: whatever it
 * would have done then, be it in a finally, is not done. Steps are what changes files: a file made,
 * a byte written, a name moved or removed, a folder forced.
 */
final class DyingFiles extends FileSystemProvider {

  /** The process is dead. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final FileSystemProvider real = FileSystems.getDefault().provider();
  private final FileSystem seen = new DyingFileSystem(this);
  private final boolean bytewise;
  private final List<FileChannel> open = new ArrayList<>();
  private long left;

  /**
   * A process that lives for some steps.
   *
   * @param bytewise whether each byte is a step, and not each call that writes some
   */
  DyingFiles(long steps, boolean bytewise) {
    this.left = steps;
    this.bytewise = bytewise;
  }

  /** The steps that the process had left when it ended by itself; below 0 if it died. */
  long left() {
    return left;
  }

  /** What the system does with locks when a process ends. */
  void bury() throws IOException {
    for (FileChannel each : open) {
      each.close();
    }
  }

  /** A path as the process sees it. */
  Path seen(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            Path.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (_, method, arguments) -> {
              if (method.getName().equals("getFileSystem")) {
                return seen;
              }
              if (method.getName().equals("toFile")) {
                throw new UnsupportedOperationException();
              }
              Object[] given = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < given.length; i++) {
                given[i] = given[i] instanceof Path other ? real(other) : given[i];
              }
              if (method.getName().equals("startsWith") && given[0] instanceof String) {
                return path.startsWith((String) given[0]);
              }
              try {
                Object result = method.invoke(path, given);
                return result instanceof Path other ? seen(other) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The path of this machine: its text tells it. */
  private static Path real(Path path) {
    return Path.of(path.toString());
  }

  /** Whatever is called after the last step. */
  void alive() {
    if (left < 0) {
      throw new Died();
    }
  }

  void step() {
    alive();
    left--;
    alive();
  }

  /** How many of some bytes are written before the process dies. */
  int write(int bytes) {
    alive();
    long cost = bytewise ? bytes : 1;
    int written = left >= cost ? bytes : bytewise ? (int) left : bytes / 2;
    left -= cost;
    return written;
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.WRITE)) {
      step();
    } else {
      alive();
    }
    return new DyingChannel(this, real.newByteChannel(real(path), options, attributes));
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    step();
    FileChannel channel = real.newFileChannel(real(path), options, attributes);
    open.add(channel);
    return channel;
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    alive();
    DirectoryStream<Path> files =
        real.newDirectoryStream(real(folder), path -> filter.accept(seen(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        List<Path> all = new ArrayList<>();
        files.forEach(file -> all.add(seen(file)));
        return all.iterator();
      }

      @Override
      public void close() throws IOException {
        files.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    step();
    real.createDirectory(real(folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    real.delete(real(path));
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    step();
    real.move(real(from), real(to), options);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return real.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    alive();
    real.checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    alive();
    return real.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    alive();
    return real.readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    step();
    real.setAttribute(real(path), name, value, options);
  }

  @Override
  public String getScheme() {
    return "dying";
  }

  @Override
  public FileSystem newFileSystem(java.net.URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(java.net.URI uri) {
    return seen;
  }

  @Override
  public Path getPath(java.net.URI uri) {
    return seen(Path.of(uri));
  }
}
