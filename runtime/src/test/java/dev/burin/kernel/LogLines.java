package dev.burin.kernel;

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

  LogLines() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> warnings() {
    return warnings;
  }

  @Override
  public void publish(LogRecord line) {
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
  }
}
