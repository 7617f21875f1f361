package dev.burin.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one session of the tests in this process: two threads, no pages, nothing left behind. */
public final class Sessions {

  private Sessions() {}

  /** The session, which ends with the JVM. */
  public static SparkSession local() {
    SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .appName("burin")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "3")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", Path.of("target/warehouse").toUri().toString())
            .getOrCreate();
    return session;
  }
}
