package dev.burin.spark;

import dev.burin.network.Engraved;
import dev.burin.network.Fingerprint;
import dev.burin.network.NeuralNetwork;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Objects;

/**
 * A generated class by its name, as it travels to the executors: each finds the class in the jar of
 * the application and makes one network of it, whose kernels and workspaces all tasks share.
 *
 * @param name the binary name of the class, such as {@code app.DigitsNetwork}
 * @param declaration the fingerprint of the declaration that the driver found there
 */
record EngravedClass(String name, String declaration) implements Serializable {

  private static final ClassValue<NeuralNetwork> NETWORKS =
      new ClassValue<>() {
        @Override
        protected NeuralNetwork computeValue(Class<?> type) {
          return instance(type).network();
        }
      };

  /**
   * The class that the driver finds by this name.
   *
   * @throws IllegalArgumentException if there is none, or it is no generated class
   */
  static EngravedClass named(String name) {
    Objects.requireNonNull(
        name, "The name of the network class is null; give one such as app.DigitsNetwork.");
    NeuralNetwork network = NETWORKS.get(find(name));
    return new EngravedClass(name, Fingerprint.of(network.shape()).sha256());
  }

  /**
   * The class of an object.
   *
   * @throws IllegalArgumentException if it is no object of a generated class
   */
  static EngravedClass of(Engraved<?> engraved) {
    Objects.requireNonNull(
        engraved, "The network is null; give an object of a generated class with its weights.");
    if (engraved instanceof NeuralNetwork) {
      throw new IllegalArgumentException(
          "The network is given without its class, which executors need to make one of their own;"
              + " give the object of the generated class, such as new DigitsNetwork().");
    }
    return named(engraved.getClass().getName());
  }

  /**
   * The one network of the class in this JVM, without weights; networks with weights are made from
   * it.
   *
   * @throws IllegalStateException if the class here was generated from another declaration
   */
  NeuralNetwork network() {
    NeuralNetwork network = NETWORKS.get(find(name));
    String here = Fingerprint.of(network.shape()).sha256();
    if (!here.equals(declaration)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The class %s of this executor is %s, which is not the declaration that the driver"
                  + " has; give all of them one jar.",
              name,
              network.shape()));
    }
    return network;
  }

  private static Class<?> find(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? EngravedClass.class.getClassLoader() : context;
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There is no class %s here; give its binary name, and its jar to spark-submit or"
                  + " with --jars.",
              name),
          e);
    }
  }

  private static Engraved<?> instance(Class<?> type) {
    if (!Engraved.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is no generated class; give the one that the processor writes, which is called"
                  + " as the interface with Network behind it.",
              type.getName()));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Engraved<?>) constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "The class " + type.getName() + " makes no network: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The class %s has no constructor without parameters that is within reach; generated"
                  + " classes have one.",
              type.getName()),
          e);
    }
  }
}
