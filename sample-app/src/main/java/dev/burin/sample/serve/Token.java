package dev.burin.sample.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The word by which those are known who may change the weights. */
public final class Token {

  private static final String SCHEME = "Bearer ";

  /** Shorter words can be guessed. */
  private static final int SHORTEST = 16;

  private final byte[] digest;

  /**
   * A token.
   *
   * @throws IllegalArgumentException if it is short or has other characters than visible ASCII
   */
  public Token(String token) {
    if (!token.matches("[!-~]{" + SHORTEST + ",}")) {
      throw new IllegalArgumentException(
          "The token is not of "
              + SHORTEST
              + " or more visible ASCII characters; make one with: openssl rand -hex 32");
    }
    digest = digest(token);
  }

  /** Whether a field {@code Authorization} holds it; the time to say so tells nothing about it. */
  boolean opens(@Nullable String authorization) {
    return authorization != null
        && authorization.startsWith(SCHEME)
        && MessageDigest.isEqual(digest(authorization.substring(SCHEME.length())), digest);
  }

  /** Digests are of one length, so that not even that of the token is told. */
  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256, but this one says not.", e);
    }
  }
}
