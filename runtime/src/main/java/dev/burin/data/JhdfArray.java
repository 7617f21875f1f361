package dev.burin.data;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One data set of whole numbers of an HDF5 file. The only class that knows jHDF: without the
 * library it cannot be loaded, and {@link Hdf5} says so.
 */
final class JhdfArray {

  /** More than deflate can do, so that a file of a kilobyte cannot ask for gigabytes. */
  private static final long LARGEST_COMPRESSION = 1100;

  private final Path file;
  private final String name;
  private final int[] dimensions;
  private final boolean unsignedBytes;

  private final long[] values;

  private JhdfArray(
      Path file, String name, int[] dimensions, boolean unsignedBytes, long[] values) {
    this.file = file;
    this.name = name;
    this.dimensions = dimensions;
    this.unsignedBytes = unsignedBytes;
    this.values = values;
  }

  static JhdfArray read(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (HdfFile hdf = new HdfFile(file)) {
      return read(file, name, find(file, hdf, name));
    } catch (RuntimeException e) {
      // jHDF answers a broken file with exceptions of many kinds.
      MalformedDataException malformed =
          new MalformedDataException(
              file, "The data set " + name + " cannot be read: " + reason(e));
      malformed.initCause(e);
      throw malformed;
    }
  }

  /** The node at a path, each step of which has to lie in this very file. */
  private static Node find(Path file, HdfFile hdf, String name) throws MalformedDataException {
    Node node = hdf;
    for (String step : name.split("/", -1)) {
      Node next = node instanceof Group group ? group.getChild(step) : null;
      if (next == null) {
        throw new MalformedDataException(file, "There is no data set " + name + ".");
      }
      if (next.isLink()) {
        throw new MalformedDataException(
            file, "The data set " + name + " is behind a link, and links are not followed.");
      }
      node = next;
    }
    return node;
  }

  private static JhdfArray read(Path file, String name, Node node) throws IOException {
    if (!(node instanceof io.jhdf.api.Dataset data)
        || !(data.getDataType() instanceof FixedPoint type)
        || data.isScalar()
        || data.isEmpty()) {
      throw new MalformedDataException(file, name + " is not an array of whole numbers.");
    }
    long most = Files.size(file) * LARGEST_COMPRESSION;
    if (data.getSize() > Integer.MAX_VALUE - 8 || data.getSizeInBytes() > most) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The data set %s claims %d numbers, more than can be in this file.",
              name,
              data.getSize()));
    }
    boolean unsignedBytes = type.getSize() == 1 && !type.isSigned();
    return new JhdfArray(
        file, name, data.getDimensions(), unsignedBytes, widened(file, name, data.getDataFlat()));
  }

  ByteTable bytes(int divisor) throws MalformedDataException {
    if (!unsignedBytes) {
      throw new MalformedDataException(file, name + " does not hold unsigned bytes.");
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new ByteTable(dimensions[0], bytes.length / dimensions[0], bytes, divisor);
  }

  Labels labels() throws MalformedDataException {
    if (dimensions.length != 1) {
      throw new MalformedDataException(
          file,
          String.format(Locale.ROOT, "%s has %d dimensions, not 1.", name, dimensions.length));
    }
    int[] labels = new int[dimensions[0]];
    for (int i = 0; i < labels.length; i++) {
      long label = values[i];
      if (label < 0 || label > Integer.MAX_VALUE) {
        throw new MalformedDataException(
            file,
            String.format(
                Locale.ROOT,
                "Label %d of %s is %d, not 0 to %d.",
                i,
                name,
                label,
                Integer.MAX_VALUE));
      }
      labels[i] = (int) label;
    }
    return Labels.of(labels);
  }

  /** jHDF gives an array of the smallest type that holds the numbers. */
  private static long[] widened(Path file, String name, Object values)
      throws MalformedDataException {
    return switch (values) {
      case byte[] v -> IntStream.range(0, v.length).mapToLong(i -> v[i]).toArray();
      case short[] v -> IntStream.range(0, v.length).mapToLong(i -> v[i]).toArray();
      case int[] v -> IntStream.range(0, v.length).mapToLong(i -> v[i]).toArray();
      case long[] v -> v;
      default ->
          throw new MalformedDataException(file, name + " holds numbers of more than 63 bits.");
    };
  }

  /** What the innermost exception says, in a sentence. */
  private static String reason(RuntimeException e) {
    String reason = e.getClass().getSimpleName();
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      reason = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
    return reason.endsWith(".") ? reason : reason + ".";
  }
}
