package dev.burin.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and two workers of one core each on this machine, as separate processes on the loopback
 * address, which end with the object.
 */
public final class StandaloneCluster implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final Path home;
  private final Path jar;
  private final int port = freePort();
  private final List<Process> processes = new ArrayList<>();

  /**
   * Starts the processes.
   *
   * @param folder where jars, logs and the work of executors lie
   */
  public StandaloneCluster(Path folder) throws IOException {
    home = folder;
    // Spark looks for its own jars there, and takes those of the class path as well.
    Files.createDirectories(folder.resolve("jars"));
    jar = application(folder.resolve("application.jar"));
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        HOST,
        "--port",
        "" + port,
        "--webui-port",
        "0");
    for (String worker : List.of("worker-1", "worker-2")) {
      start(
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          HOST,
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve(worker).toString(),
          url());
    }
  }

  /** What a driver calls the cluster. */
  public String url() {
    return "spark://" + HOST + ":" + port;
  }

  /** The jar with the classes of this module and its tests, as an application has them. */
  public Path jar() {
    return jar;
  }

  /** The number of the process of the second worker. */
  public long secondWorker() {
    return processes.get(2).pid();
  }

  /**
   * Runs a main class of the tests as a driver of the cluster, to its end.
   *
   * @return what it printed
   */
  public String drive(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Path out = home.resolve("driver.out");
    List<String> all = new ArrayList<>(List.of(arguments));
    Process driver = process("driver", out, main.getName(), jar.toString(), all);
    try {
      if (!driver.waitFor(30, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The driver does not end: " + Files.readString(out));
      }
    } finally {
      driver.destroyForcibly();
    }
    if (driver.exitValue() != 0) {
      throw new IllegalStateException(
          Files.readString(out) + Files.readString(home.resolve("driver.err")));
    }
    return Files.readString(out);
  }

  private void start(String name, String main, String... arguments) throws IOException {
    Path out = home.resolve(name + ".out");
    processes.add(process(name, out, main, "", Arrays.asList(arguments)));
  }

  private Process process(
      String name, Path out, String main, String application, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        Arrays.stream(JavaModuleOptions.defaultModuleOptionArray()).map(String::strip).toList());
    command.add(name.equals("driver") ? "-Xmx2g" : "-Xmx256m");
    command.add("-cp");
    command.add(application.isEmpty() ? jars() : application + File.pathSeparator + jars());
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_DIST_CLASSPATH", jars());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SPARK_LOCAL_IP", HOST);
    return builder
        .redirectOutput(out.toFile())
        .redirectError(home.resolve(name + ".err").toFile())
        .start();
  }

  /** Surefire hides the class path in the manifest of one jar. */
  private static List<Path> classPath() {
    String real =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(real.split(File.pathSeparator, -1))
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static String jars() {
    return classPath().stream()
        .map(Path::toString)
        .filter(each -> each.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * One jar of all directories of the class path: this module, its tests, and what it builds on.
   */
  private static Path application(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path root : classPath()) {
        if (Files.isDirectory(root)) {
          add(out, root);
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".class") || name.endsWith("log4j2.properties")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }
}
