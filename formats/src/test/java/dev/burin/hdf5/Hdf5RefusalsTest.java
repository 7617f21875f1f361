package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not read is refused in one sentence that says what was found. */
class Hdf5RefusalsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path directory;

  private Path file(String name) throws IOException {
    return Files.write(directory.resolve(name), Hdf5Files.bytes(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "small.h5; z; There is no data set z. The file holds big, flat, g/x, huge, packed, real, x,"
            + " y.",
        "small.h5; x/y; There is no data set x/y. The file holds ",
        "small.h5; g; g is a group, not a data set. The file holds ",
        "small.h5; //; No data set is named. The file holds big, flat, g/x, huge, packed, real, x,"
            + " y.",
        "small.h5; real; real holds float64, not unsigned bytes (uint8); read it as floats or"
            + " doubles.",
        "small.h5; y; y holds int64, not unsigned bytes (uint8); read it as floats or doubles.",
        "small.h5; soft; The data set soft is behind a link, and links are not followed.",
        "external-link.h5; x; The data set x is behind a link, and links are not followed.",
        "external-storage.h5; x; The numbers of x are in other files; only this file is read.",
        "virtual.h5; x; x is a virtual data set, whose numbers are in other files; only this file"
            + " is",
        "bomb.h5; x; x would take 1600000000 bytes in memory, but the file has only 5032: more than"
            + " 100",
        "zeros.h5; x; x would take 40000000 bytes in memory, but the file has only 40943: more than"
            + " 100",
        "refused.h5; one; one holds int64, not unsigned bytes",
        "refused.h5; lzf; lzf is stored with the filter lzf, which is not read; gzip, shuffle and",
        "refused.h5; scaled; scaled is stored with the filter scaleoffset, which is not read;",
        "refused.h5; unwritten; unwritten was never written, and the file has no value to fill it"
            + " with.",
        "refused.h5; gaps; gaps was not written whole: 5 of its 6 chunks are missing, and the file"
            + " has",
        "refused.h5; g/circle/g/z; There is no data set g/circle/g/z. The file holds array, brain,"
            + " ",
        "refused.h5; named; named is a named type, not a data set. The file holds ",
        "refused.h5; g/h; g/h is a group, not a data set. The file holds ",
        "open.h5; x; The file is still open in the program that writes it, or was left open when"
      })
  void refusesWhatIsNotBytesOfThisFile(String name, String set, String sentence)
      throws IOException {
    file("small.h5");
    Path file = file(name);
    assertThatThrownBy(() -> Hdf5.bytes(file, set, 255))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file + ": " + sentence)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one; is a single number, not an array.",
        "string; holds strings, not numbers; only numbers are read.",
        "text; holds lists of varying length, not numbers; only numbers are read.",
        "pair; holds compounds of several numbers, not numbers; only numbers are read.",
        "complex; holds compounds of several numbers, not numbers; only numbers are read.",
        "opaque; holds opaque bytes, not numbers; only numbers are read.",
        "list; holds lists of varying length, not numbers; only numbers are read.",
        "reference; holds references, not numbers; only numbers are read.",
        "array; holds arrays, not numbers; only numbers are read.",
        "twelve bits; holds whole numbers of 12 bits; 8, 16, 32 and 64 are read.",
        "brain; holds floating-point numbers of 16 bits in a form of their own; half, single and",
        "long double; holds floating-point numbers of 80 bits in a form of their own; half, single",
        "null; is without any numbers, not even an array of none."
      })
  void refusesWhatIsNotNumbers(String set, String sentence) throws IOException {
    Path file = file("refused.h5");
    assertThatThrownBy(() -> Hdf5.doubles(file, set))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(file + ": " + set + " " + sentence);
    assertThatThrownBy(() -> Hdf5.floats(file, set)).isInstanceOf(MalformedFileException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "small.h5, big, 'Label 0 of big is -1, not 0 to 2147483647.'",
    "small.h5, huge, 'Label 1 of huge is 1099511627776, not 0 to 2147483647.'",
    "values.h5, huge, 'Label 1 of huge is 9223372036854775808, not 0 to 2147483647.'",
    "small.h5, x, 'x has 3 dimensions, [2, 3, 2], not 1.'",
    "refused.h5, one, 'one has 0 dimensions, [], not 1.'",
    "small.h5, real, 'real holds float64, but labels are whole numbers.'"
  })
  void refusesLabelsThatAreNone(String name, String set, String sentence) throws IOException {
    Path file = file(name);
    assertThatThrownBy(() -> Hdf5.labels(file, set))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": " + sentence);
  }

  @Test
  void refusesWhatIsNoHdf5File() throws IOException {
    assertThatThrownBy(() -> Hdf5.bytes(directory.resolve("nowhere.h5"), "x", 1))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("There is no such HDF5 file.");
    assertThatThrownBy(() -> Hdf5.bytes(directory, "x", 1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(directory + ": This is not a regular file; an HDF5 file is expected.");
    Path text = Files.writeString(directory.resolve("text.h5"), "<!DOCTYPE html>");
    assertThatThrownBy(() -> Hdf5.bytes(text, "x", 1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(text + ": This is not an HDF5 file: it starts with \"<!DOCTYP\"");
    Path packed = Files.write(directory.resolve("packed.h5"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> Hdf5.bytes(packed, "x", 1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(packed + ": This is not an HDF5 file but a gzip file,");
    Path empty = Files.createFile(directory.resolve("empty.h5"));
    assertThatThrownBy(() -> Hdf5.labels(empty, "y"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(empty + ": The file is empty; an HDF5 file is expected.");
  }

  /** HDF5 itself allows bytes behind the end that the superblock states. */
  @Test
  void readsAFileWithMoreBehindItsEnd() throws IOException {
    byte[] good = Hdf5Files.bytes("checked.h5");
    Path longer = Files.write(directory.resolve("longer.h5"), Arrays.copyOf(good, 9000));
    assertThat(Hdf5.doubles(longer, "fixed").rows()).isEqualTo(5);
  }

  /** One made with h5jam, whose superblock still says that the file starts at byte 0. */
  @Test
  void readsAFileThatGotAUserBlockLater() throws IOException {
    byte[] good = Hdf5Files.bytes("checked.h5");
    byte[] moved = new byte[good.length + 1024];
    System.arraycopy(good, 0, moved, 1024, good.length);
    Path file = Files.write(directory.resolve("moved.h5"), moved);
    assertThat(Hdf5.doubles(file, "tree").rows()).isEqualTo(5);
    Path cut = Files.write(directory.resolve("cut.h5"), Arrays.copyOf(moved, moved.length - 1));
    assertThatThrownBy(() -> Hdf5.doubles(cut, "tree"))
        .hasMessageContaining("its superblock at byte 1024 says that 7248 follow");
  }

  @Test
  void refusesBombsBeforeTheyTakeMemory() throws IOException {
    for (String name : new String[] {"bomb.h5", "zeros.h5"}) {
      Path file = file(name);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      assertThatThrownBy(() -> Hdf5.bytes(file, "x", 255))
          .isInstanceOf(MalformedFileException.class);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }
  }
}
