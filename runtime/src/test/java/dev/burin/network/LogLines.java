package dev.burin.network;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Collects what is logged under {@code dev.burin} until it is closed, and keeps it off the screen.
 */
final class LogLines extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.burin");
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogLines() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
    logger.setLevel(Level.ALL);
  }

  List<String> warnings() {
    return warnings;
  }

  /**
   * Lines of all levels: what is said once in a JVM is a warning in one test and none in others.
   */
  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getMessage());
    if (line.getLevel() == Level.WARNING) {
      warnings.add(line.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
