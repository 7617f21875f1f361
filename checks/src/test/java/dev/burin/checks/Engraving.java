package dev.burin.checks;

import dev.burin.kernel.DoubleKernels;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.machine.Width;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What one run of javac left behind: sources, class files, and the classes themselves. */
final class Engraving {

  private final Map<String, String> sources;
  private final Map<String, byte[]> classes;
  private final ClassLoader loader;

  Engraving(Map<String, String> sources, Map<String, byte[]> classes) {
    this.sources = sources;
    this.classes = classes;
    this.loader =
        new ClassLoader(Engraving.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
  }

  /** The generated sources by class name. */
  Map<String, String> sources() {
    return sources;
  }

  /** All class files by class name, those of the declarations too. */
  Map<String, byte[]> classes() {
    return classes;
  }

  /** The kernels of a declaration for one width, or its twin. */
  FloatKernels floatKernels(Declaration declaration, Width width) {
    return width == Width.PLAIN
        ? new FloatTwin(declaration.shape())
        : (FloatKernels) make(loader, kernelName(declaration, width));
  }

  /** The kernels of a declaration for one width, or its twin. */
  DoubleKernels doubleKernels(Declaration declaration, Width width) {
    return width == Width.PLAIN
        ? new DoubleTwin(declaration.shape())
        : (DoubleKernels) make(loader, kernelName(declaration, width));
  }

  /** The class of the kernels of a declaration for one width. */
  static String kernelName(Declaration declaration, Width width) {
    return Declaration.PACKAGE + "." + declaration.name() + "Network_" + width;
  }

  /** An object of a class that need not be public. */
  static Object make(ClassLoader loader, String name) {
    try {
      Constructor<?> constructor = Class.forName(name, true, loader).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An object of one of these classes. */
  Object make(String name) {
    return make(loader, name);
  }

  /** Writes the class files below a directory, for another JVM. */
  void write(Path directory) throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      Path file = directory.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }
}
