package dev.burin.processor.prove;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Looks for a resource while its class is only being compiled: in the folders that an option names;
 * among the classes, where Maven has copied it by then; in the folder {@code resources} beside that
 * of the sources, where Maven and Gradle have it; beside the source; and where javac looks for
 * sources and classes.
 */
final class WeightsSearch {

  private static final List<StandardLocation> LATER =
      List.of(StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final Filer filer;
  private final Elements elements;
  private final List<String> folders;

  /**
   * A search.
   *
   * @param folders where it begins, existing or not
   */
  WeightsSearch(Filer filer, Elements elements, List<String> folders) {
    this.filer = filer;
    this.elements = elements;
    this.folders = List.copyOf(folders);
  }

  /** The path of a resource from the root of all resources. */
  static String path(String resource, String packageName) {
    if (resource.startsWith("/")) {
      return resource.substring(1);
    }
    return packageName.isEmpty() ? resource : packageName.replace('.', '/') + "/" + resource;
  }

  /** The first file of a name that can be opened. */
  Optional<FoundFile> find(String resource, String packageName, TypeElement type) {
    String path = path(resource, packageName);
    Optional<FoundFile> found = inFolders(folders.stream().map(Path::of).toList(), path);
    if (found.isEmpty()) {
      found = inCompiler(StandardLocation.CLASS_OUTPUT, path);
    }
    if (found.isEmpty()) {
      found = inFolders(besideSources(type), path);
    }
    for (int i = 0; found.isEmpty() && i < LATER.size(); i++) {
      found = inCompiler(LATER.get(i), path);
    }
    return found;
  }

  /** Where is looked, in words. */
  String places(TypeElement type) {
    List<String> places = new ArrayList<>(folders);
    places.add("the output of classes");
    besideSources(type).forEach(folder -> places.add(folder.toString()));
    places.add("the source path");
    places.add("the class path");
    return String.join(", ", places);
  }

  private static Optional<FoundFile> inFolders(List<Path> roots, String path) {
    return roots.stream().flatMap(root -> inFolder(root, path).stream()).findFirst();
  }

  private static Optional<FoundFile> inFolder(Path root, String path) {
    try {
      Path file = root.resolve(path);
      return Files.isRegularFile(file)
          ? Optional.of(new FoundFile(file.toString(), Files.newInputStream(file)))
          : Optional.empty();
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  private Optional<FoundFile> inCompiler(JavaFileManager.Location location, String path) {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, Math.max(slash, 0)).replace('/', '.');
    try {
      FileObject file = filer.getResource(location, folder, path.substring(slash + 1));
      InputStream in = file.openInputStream();
      return Optional.of(new FoundFile(file.getName(), in));
    } catch (IOException | RuntimeException notThere) {
      // Each compiler has its own way to say so, and some refuse a location that is not set.
      return Optional.empty();
    }
  }

  /** The folders of resources and of sources, if the source of a type is a file. */
  private List<Path> besideSources(TypeElement type) {
    try {
      Path root = Path.of(elements.getFileObjectOf(type).toUri()).getParent();
      String home = elements.getPackageOf(type).getQualifiedName().toString();
      int depth = home.isEmpty() ? 0 : home.split("\\.", -1).length;
      for (int i = 0; i < depth && root != null; i++) {
        root = root.getParent();
      }
      return root == null ? List.of() : List.of(root.resolveSibling("resources"), root);
    } catch (UnsupportedOperationException
        | IllegalArgumentException
        | FileSystemNotFoundException untold) {
      return List.of();
    }
  }
}
