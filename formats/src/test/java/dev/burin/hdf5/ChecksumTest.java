package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksumTest {

  /** The values that the author of lookup3 gives in his own test. */
  @Test
  void lookup3GivesThePublishedValues() {
    byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
    assertThat(Lookup3.of(text, 0, text.length)).isEqualTo(0x17770551);
    assertThat(Lookup3.of(text, 0, 0)).isEqualTo(0xdeadbeef);
  }

  @Test
  void lookup3TakesAPartOfAnArray() {
    byte[] text = "..Four score and seven years ago..".getBytes(StandardCharsets.US_ASCII);
    assertThat(Lookup3.of(text, 2, text.length - 2)).isEqualTo(0x17770551);
  }

  /** The values that are published for words with the low byte first, with the bytes swapped. */
  @Test
  void fletcher32GivesThePublishedValues() {
    assertThat(fletcher32("badcfe")).isEqualTo(0x56502d2a);
    assertThat(fletcher32("badcfehg")).isEqualTo(0xebe19591);
  }

  @Test
  void fletcher32FoldsLongDataAndFillsTheLastWord() {
    byte[] many = new byte[100_001];
    long sum1 = 0;
    long sum2 = 0;
    for (int i = 0; i < many.length; i++) {
      many[i] = (byte) (i * 31);
      if (i % 2 == 1 || i == many.length - 1) {
        int high = many[i % 2 == 1 ? i - 1 : i] & 255;
        int low = i % 2 == 1 ? many[i] & 255 : 0;
        sum1 = (sum1 + (high << 8) + low) % 65535;
        sum2 = (sum2 + sum1) % 65535;
      }
    }
    assertThat(Fletcher32.of(many, many.length)).isEqualTo((int) (sum2 << 16 | sum1));
  }

  private static int fletcher32(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Fletcher32.of(bytes, bytes.length);
  }
}
