package dev.burin.data;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log {@code dev.burin} is told. */
final class LogOf {

  private LogOf() {}

  static List<String> warnings(Runnable work) {
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.burin");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord message) {
            if (message.getLevel() == Level.WARNING) {
              logged.add(message.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return logged;
  }
}
