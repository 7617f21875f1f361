package dev.burin.safetensors;

import dev.burin.file.Names;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file that is no weights file looks like, judged by its first bytes. */
final class FileKind {

  /** How many first bytes are looked at. */
  static final int BYTES = 64;

  private static final int SHOWN = 24;

  /** The first bytes, one character each, and what begins so. */
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("\u0089HDF\r\n\u001a\n", "an HDF5 file, such as the .h5 of Keras");
    KNOWN.put("PK\u0003\u0004", "a ZIP archive, such as the .pt of PyTorch, .keras and .npz");
    KNOWN.put("PK\u0005\u0006", "an empty ZIP archive");
    KNOWN.put("\u0093NUMPY", "an array of NumPy, .npy");
    KNOWN.put("\u0080\u0002", "a pickle of Python, such as an old .pt");
    KNOWN.put("\u0080\u0003", "a pickle of Python");
    KNOWN.put("\u0080\u0004", "a pickle of Python");
    KNOWN.put("\u0080\u0005", "a pickle of Python");
    KNOWN.put("\u001f\u008b", "a file compressed with gzip");
    KNOWN.put("BZh", "a file compressed with bzip2");
    KNOWN.put("\u00fd7zXZ", "a file compressed with xz");
    KNOWN.put("(\u00b5/\u00fd", "a file compressed with zstd");
    KNOWN.put("7z\u00bc\u00af", "a 7z archive");
    KNOWN.put("GGUF", "a GGUF model");
    KNOWN.put("\u0089PNG", "a PNG picture");
    KNOWN.put("\u00ff\u00d8\u00ff", "a JPEG picture");
    KNOWN.put("%PDF", "a PDF document");
    KNOWN.put("\u007fELF", "a program");
    KNOWN.put("\u00ca\u00fe\u00ba\u00be", "a Java class");
    KNOWN.put("\u00ac\u00ed\u0000\u0005", "serialized Java objects");
    KNOWN.put("\u0000\u0000\u0008", "an IDX file, such as those of MNIST");
    KNOWN.put("version https://git-lfs", "a pointer of Git LFS; fetch the file with git lfs pull");
  }

  private FileKind() {}

  /** What a file looks like that begins with these bytes, or null if nobody could say. */
  static @Nullable String of(byte[] first) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    for (var known : KNOWN.entrySet()) {
      if (text.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    if (text.startsWith("TFL3", 4)) {
      return "a TensorFlow Lite model";
    }
    if (first.length > 2 && first[0] == 8 && first[2] == 0x12) {
      return "an ONNX model";
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return "zeros, as an interrupted copy or download leaves";
    }
    return isText(first)
        ? "a text that begins with \"" + Names.shown(beginning(first)) + "\""
        : null;
  }

  /** Whether these are the first bytes of a text in UTF-8, the last character maybe cut. */
  private static boolean isText(byte[] first) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(first.length);
    if (decoder.decode(ByteBuffer.wrap(first), text, false).isError()) {
      return false;
    }
    return text.flip().chars().allMatch(c -> c >= ' ' || "\t\n\r\f".indexOf(c) >= 0);
  }

  private static String beginning(byte[] first) {
    String text = new String(first, StandardCharsets.UTF_8).strip();
    return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
  }
}
