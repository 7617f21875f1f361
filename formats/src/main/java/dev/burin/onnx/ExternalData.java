package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in another file, which a model names. Only regular files in the folder of the model, or
 * in folders in it, are read, none of them by way of a link; a name that leads anywhere else is
 * refused before anything is opened.
 */
final class ExternalData {

  private final String file;
  private final @Nullable Path folder;

  /**
   * The files beside a model.
   *
   * @param file what messages call the model
   * @param folder its folder, or null if it is no file, so that nothing is beside it
   */
  ExternalData(String file, @Nullable Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * The bytes of a tensor.
   *
   * @param entries location, offset and length, as texts
   * @param bytes how many there must be
   */
  ByteBuffer read(String tensor, Map<String, String> entries, long bytes)
      throws MalformedFileException {
    String location = entries.getOrDefault("location", "");
    long offset = number(tensor, "offset", entries.getOrDefault("offset", "0"));
    Path path = path(tensor, location);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      long length =
          entries.containsKey("length")
              ? number(tensor, "length", entries.get("length"))
              : size - offset;
      if (length != bytes) {
        throw refused(
            tensor,
            String.format(Locale.ROOT, "its external data have %d bytes", length),
            String.format(Locale.ROOT, "%d, as its shape and type say", bytes));
      }
      if (offset > size - bytes) {
        throw refused(
            tensor,
            String.format(
                Locale.ROOT,
                "its external data end after byte %d of \"%s\", which has %d",
                offset + bytes,
                Names.shown(location),
                size),
            "data within that file");
      }
      if (bytes > Integer.MAX_VALUE - 8) {
        throw refused(tensor, "it has " + bytes + " bytes", "less than 2 GiB in one tensor");
      }
      return read(tensor, channel, offset, (int) bytes);
    } catch (MalformedFileException e) {
      throw e;
    } catch (IOException e) {
      throw refused(
          tensor,
          "its external data in \"" + Names.shown(location) + "\" cannot be read",
          "a file that may be read");
    }
  }

  private ByteBuffer read(String tensor, FileChannel channel, long offset, int bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw refused(tensor, "its external data end too early", "a file that does not change");
      }
    }
    return buffer.flip();
  }

  /** The file of a location, which lies in the folder of the model by way of folders alone. */
  private Path path(String tensor, String location) throws MalformedFileException {
    if (folder == null) {
      throw refused(tensor, "its external data lie in another file", "a model in a folder");
    }
    Path relative = relative(tensor, location);
    Path path = folder;
    for (Path part : relative) {
      String name = part.toString();
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw leadsOut(tensor, location);
      }
      path = path.resolve(part);
      if (Files.isSymbolicLink(path)) {
        throw leadsOut(tensor, location);
      }
    }
    if (!path.normalize().startsWith(folder.normalize()) || path.equals(folder)) {
      throw leadsOut(tensor, location);
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(
          tensor,
          "its external data lie in \"" + Names.shown(location) + "\", which is no file there",
          "it beside the model");
    }
    return path;
  }

  private Path relative(String tensor, String location) throws MalformedFileException {
    boolean odd =
        location.isBlank()
            || location.startsWith("/")
            || location.indexOf('\\') >= 0
            || location.indexOf(':') >= 0
            || location.chars().anyMatch(c -> c < ' ');
    if (odd) {
      throw leadsOut(tensor, location);
    }
    try {
      Path relative = Path.of(location);
      if (relative.getRoot() != null) {
        throw leadsOut(tensor, location);
      }
      return relative;
    } catch (InvalidPathException e) {
      throw leadsOut(tensor, location);
    }
  }

  private long number(String tensor, String key, String text) throws MalformedFileException {
    if (!text.matches("[0-9]{1,18}")) {
      throw refused(
          tensor,
          "the " + key + " of its external data is \"" + Names.shown(text) + "\"",
          "a number of bytes");
    }
    return Long.parseLong(text);
  }

  private MalformedFileException leadsOut(String tensor, String location) {
    return refused(
        tensor,
        "its external data lie in \"" + Names.shown(location) + "\"",
        "a file in the folder of the model, by no link and no other way out");
  }

  private MalformedFileException refused(String tensor, String found, String expected) {
    return new MalformedFileException(
        file, "tensor \"" + Names.shown(tensor) + "\"", found, expected);
  }
}
