package dev.burin.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

  private static final byte[] NEW = "new".getBytes(US_ASCII);

  @TempDir Path directory;

  private Path old() throws IOException {
    return Files.writeString(directory.resolve("file"), "old");
  }

  private List<String> names() throws IOException {
    return names(directory);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static FileSystemException refused(Path file) {
    FileSystemException[] seen = new FileSystemException[1];
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> AtomicFile.replace(file, NEW))
        .withMessageStartingWith(file + ": ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(".tmp"))
        .satisfies(e -> seen[0] = e);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> AtomicFile.check(file))
        .withMessage(seen[0].getMessage());
    return seen[0];
  }

  @Test
  void aNewFileHasTheModeOfAnyNewFile() throws IOException {
    Path other = Files.createFile(directory.resolve("other"));
    Path file = directory.resolve("file");

    AtomicFile.replace(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    assertThat(names()).containsExactly("file", "other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rwxrwxrwx", "rw-rw-rw-", "-w-------"})
  void theModeAndTheOwnerOfTheOldFileAreKept(String mode) throws IOException {
    Path file = old();
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    giveAway(file);
    Files.setPosixFilePermissions(file, permissions);
    PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);

    AtomicFile.replace(file, NEW);

    PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
    assertThat(after.permissions()).isEqualTo(permissions);
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.group()).isEqualTo(before.group());
  }

  /** Only an administrator can; for others the file stays their own, and so it must afterwards. */
  private static void giveAway(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      view.setOwner(
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      assertThat(Files.getOwner(file)).isNotNull();
    }
  }

  @Test
  void theBytesOfAPrivateFileAreNeverShown() throws IOException {
    Path file = old();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    AtomicFile.replace(
        file,
        out -> {
          for (String name : names()) {
            assertThat(Files.getPosixFilePermissions(directory.resolve(name)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
          }
          out.write(NEW);
        });
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void linksStayLinks() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Path target = Files.writeString(other.resolve("target"), "old");
    Path first = Files.createSymbolicLink(directory.resolve("first"), Path.of("other/second"));
    Path second = Files.createSymbolicLink(other.resolve("second"), Path.of("target"));

    AtomicFile.replace(first, NEW);

    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(target).hasBinaryContent(NEW);
    Files.delete(target);
    AtomicFile.replace(first, NEW);
    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(target).hasBinaryContent(NEW);
    assertThat(names()).containsExactly("first", "other");
    assertThat(names(other)).containsExactly("second", "target");
  }

  @Test
  void linksThatLeadNowhereAreRefused() throws IOException {
    Path circle = directory.resolve("circle");
    Files.createSymbolicLink(circle, circle);
    Path away = Files.createSymbolicLink(directory.resolve("away"), Path.of("none/file"));

    refused(circle);
    assertThat(refused(away).getReason()).contains("there is no folder").endsWith("give another");
    assertThat(names()).containsExactly("away", "circle");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aNameMayBeAsLongAsTheSystemAllows(int bytes) throws IOException {
    String character = List.of("a", "\u00e9", "\u4e00", "\ud83d\ude00").get(bytes - 1);
    String name = character.repeat(255 / bytes);
    assertThat(character.getBytes(UTF_8)).hasSize(bytes);
    Path file = directory.resolve(name);

    AtomicFile.replace(file, NEW);
    AtomicFile.replace(file, NEW);

    assertThat(names()).containsExactly(name);
    assertThat(refused(directory.resolve(name + character)).getReason())
        .startsWith("this cannot be the name of a file");
  }

  @Test
  void foldersAreRefused() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));

    for (Path path : List.of(folder, folder.resolve("."), folder.resolve(".."), Path.of("/"))) {
      assertThat(refused(path).getReason()).startsWith("this is a directory");
    }
    assertThat(refused(Path.of("")).getReason()).startsWith("this is a directory");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void aMissingFolderIsNamed() throws IOException {
    Path none = directory.resolve("none");

    FileSystemException refused = refused(none.resolve("deep/file"));

    assertThat(refused).isInstanceOf(NoSuchFileException.class);
    assertThat(refused.getReason())
        .isEqualTo("there is no folder " + none + "; make it or give another");
    assertThat(refused(old().resolve("deep/file")).getReason())
        .isEqualTo(directory.resolve("file") + " is not a folder; give another place");
    assertThat(refused(old().resolve("file")).getReason()).contains("is not a folder");
    assertThat(names()).containsExactly("file");
  }

  @Test
  void aFileThatMayOnlyBeReadIsKept() throws IOException {
    Path file = old();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(refused(file).getReason()).startsWith("the file is there and may only be read");
    assertThat(file).hasContent("old");
  }

  @Test
  void pipesSocketsAndDevicesStayWhatTheyAre() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(directory.resolve("link"), pipe);
    Path socket = directory.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      for (Path path : List.of(pipe, link, socket)) {
        assertThat(refused(path).getReason()).startsWith("this is a pipe, a device or a socket");
        assertThat(Files.readAttributes(path, PosixFileAttributes.class).isOther()).isTrue();
      }
    }
    assertThat(link).isSymbolicLink();
    // Only looked at: a mistake here would cost this machine its null device.
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> AtomicFile.check(Path.of("/dev/null")))
        .withMessageContaining("a device");
  }

  /** Such a name leads to a regular file too, which somebody has open and would go on with. */
  @Test
  void anOpenFileIsNotTakenFromItsProcess() throws IOException {
    Path file = old();
    Path descriptors = Path.of("/proc/self/fd");
    try (var open = Files.newInputStream(file)) {
      assertThat(open.read()).isEqualTo('o');
      List<Path> ours =
          Files.isDirectory(descriptors)
              ? linksTo(descriptors, file.toRealPath())
              : List.of(Path.of("/dev/stdout"));
      assertThat(ours).isNotEmpty();
      for (Path descriptor : ours) {
        refused(descriptor);
      }
    }
    assertThat(file).hasContent("old");
  }

  private static List<Path> linksTo(Path folder, Path file) throws IOException {
    try (Stream<Path> links = Files.list(folder)) {
      return links.filter(link -> file.equals(read(link))).toList();
    }
  }

  private static Path read(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link;
    }
  }

  @Test
  void errorsOfTheSystemNameTheFileAndThoseOfTheContentAreItsOwn() throws IOException {
    Path file = old();
    Target target = Target.of(file);
    IOException full = new IOException("No space left on device");

    assertThat(target.failed(full))
        .hasMessage(
            file
                + ": it cannot be written in the folder "
                + directory
                + " (No space left on device) and is left as it was; make room or get the right to"
                + " write, or give another place")
        .hasCause(full);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      throw full;
                    }))
        .isSameAs(full);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("file");
  }

  @Test
  void aTemporaryFileThatSomebodyTookAwayIsToldInWords() throws IOException {
    Path file = old();

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      for (String name : names()) {
                        if (name.endsWith(".tmp")) {
                          Files.delete(directory.resolve(name));
                        }
                      }
                    }))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("the folder or the temporary file is gone");
    assertThat(file).hasContent("old");
  }

  @Test
  void anInterruptDisturbsNothingAndIsKept() throws IOException {
    Path file = old();
    Thread.currentThread().interrupt();

    AtomicFile.replace(file, NEW);

    assertThat(Thread.interrupted()).isTrue();
    AtomicFile.replace(
        file,
        out -> {
          out.write(new byte[100_000]);
          Thread.currentThread().interrupt();
          out.write(new byte[100_000]);
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasSize(200_000);
    assertThat(names()).containsExactly("file");
  }

  @Test
  void theContentMayCloseItsStreamAndWriteSingleBytes() throws IOException {
    Path file = old();

    AtomicFile.replace(
        file,
        out -> {
          try (OutputStream closed = out) {
            for (int i = 0; i < 100_000; i++) {
              closed.write(i);
            }
          }
        });

    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(100_000);
    assertThat(bytes[99_999]).isEqualTo((byte) 99_999);
  }

  @Test
  void aFileInAnotherFileSystemIsReplacedToo() throws IOException {
    Path zip = directory.resolve("files.zip");
    try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path file = files.getPath("/weights");
      AtomicFile.replace(file, NEW);
      AtomicFile.replace(file, NEW);
      assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
      assertThat(names(files.getPath("/"))).containsExactly("weights");
    }
  }

  @Test
  void nullIsRefusedInWords() throws IOException {
    Path file = old();

    assertThatNullPointerException()
        .isThrownBy(() -> AtomicFile.check((Path) nothing()))
        .withMessage("The path is null; expected that of a file to write.");
    assertThatNullPointerException()
        .isThrownBy(() -> AtomicFile.replace(file, (byte[]) nothing()))
        .withMessageStartingWith("The bytes are null");
    assertThatNullPointerException()
        .isThrownBy(() -> AtomicFile.replace(file, (AtomicFile.Content) nothing()))
        .withMessageStartingWith("The content is null");
    assertThat(file).hasContent("old");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
