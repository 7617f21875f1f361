package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void aFileNameAloneIsNoSentence() {
    assertThat(Sentence.of(new NoSuchFileException("x"))).isEqualTo("There is no file x.");
    assertThat(Sentence.of(new NoSuchFileException("x", null, "gone"))).isEqualTo("x: gone.");
    assertThat(Sentence.of(new AccessDeniedException("x")))
        .isEqualTo("The file x may not be read or written.");
  }

  @Test
  void everyMessageIsOneLineWithAFullStop() {
    assertThat(Sentence.of(new IOException("one\n  two"))).isEqualTo("one two.");
    assertThat(Sentence.of(new IllegalArgumentException("done."))).isEqualTo("done.");
    assertThat(Sentence.of(new IOException((String) null))).isEqualTo("no reason was given.");
  }

  @Test
  void whatNobodyExpectedSaysSo() {
    assertThat(Sentence.of(new UnsupportedOperationException("x")))
        .isEqualTo("This should not have happened: java.lang.UnsupportedOperationException: x.");
  }
}
