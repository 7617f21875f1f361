package dev.burin.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions, the owner and the group that a new file takes over from the old one. */
final class Attributes {

  private static final Set<PosixFilePermission> PRIVATE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private Attributes() {}

  /** What a temporary file is made with: the bytes of a private file are never shown to others. */
  static FileAttribute<?>[] atFirst(@Nullable BasicFileAttributes old) {
    return old instanceof PosixFileAttributes
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
        : new FileAttribute<?>[0];
  }

  /** Gives a file what the old one had, as far as the system allows. */
  static void pass(@Nullable BasicFileAttributes old, Path file) throws IOException {
    if (!(old instanceof PosixFileAttributes posix)) {
      return;
    }
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes fresh = view.readAttributes();
    Set<PosixFilePermission> permissions = EnumSet.copyOf(posix.permissions());
    if (!fresh.owner().equals(posix.owner())) {
      allowed(() -> view.setOwner(posix.owner()));
    }
    if (!fresh.group().equals(posix.group()) && !allowed(() -> view.setGroup(posix.group()))) {
      restrictGroup(permissions);
    }
    allowed(() -> view.setPermissions(permissions));
  }

  /** Another group must not see what only the old one was shown. */
  private static void restrictGroup(Set<PosixFilePermission> permissions) {
    if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.remove(PosixFilePermission.GROUP_READ);
    }
    if (!permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      permissions.remove(PosixFilePermission.GROUP_WRITE);
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  /** Whether the system allowed a change; only the administrator may give files away. */
  private static boolean allowed(Change change) {
    try {
      change.make();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
