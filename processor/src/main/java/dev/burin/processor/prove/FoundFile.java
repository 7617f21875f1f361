package dev.burin.processor.prove;

import java.io.BufferedInputStream;
import java.io.InputStream;

/**
 * A file that is there, opened already: whether it is, nothing else tells.
 *
 * @param name where it lies
 * @param in its bytes
 */
record FoundFile(String name, InputStream in) {

  InputStream open() {
    return new BufferedInputStream(in);
  }
}
