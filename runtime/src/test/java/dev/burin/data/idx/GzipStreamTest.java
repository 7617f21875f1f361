package dev.burin.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {

  private static final byte[] TEXT = "a text, a text, a text".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MEMBER = IdxFiles.gzip(TEXT);
  private static final byte[] BODY = Arrays.copyOfRange(MEMBER, 10, MEMBER.length);

  private static byte[] unpack(byte[]... parts) throws IOException {
    try (GzipStream in =
        new GzipStream(Path.of("x.gz"), new ByteArrayInputStream(IdxFiles.join(parts)))) {
      return in.readAllBytes();
    }
  }

  private static void refuses(String what, byte[]... parts) {
    assertThatThrownBy(() -> unpack(parts))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessage("x.gz: the gzip file " + what + "; expected a complete gzip file.");
  }

  private static byte[] header(int flags) {
    return new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3};
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void unpacksOneMemberOrSeveral() throws IOException {
    byte[] nothing = IdxFiles.gzip(new byte[0]);

    assertThat(unpack(MEMBER)).isEqualTo(TEXT);
    assertThat(unpack(nothing)).isEmpty();
    assertThat(unpack(MEMBER, nothing, MEMBER)).isEqualTo(IdxFiles.join(TEXT, TEXT));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8191, 8192, 8193, 16384, 300_000})
  void unpacksAcrossTheEndsOfItsBuffer(int length) throws IOException {
    byte[] random = IdxFiles.random(length, length);

    assertThat(unpack(IdxFiles.gzip(random), MEMBER)).isEqualTo(IdxFiles.join(random, TEXT));
  }

  @Test
  void readsSingleBytesUnsigned() throws IOException {
    byte[] packed = IdxFiles.gzip(new byte[] {-1, 0});
    try (GzipStream in = new GzipStream(Path.of("x.gz"), new ByteArrayInputStream(packed))) {
      assertThat(in.read(new byte[1], 0, 0)).isZero();
      assertThat(in.read()).isEqualTo(255);
      assertThat(in.read()).isZero();
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void skipsTheOptionalPartsOfAHeader() throws IOException {
    byte[] extra = {3, 0, 'a', 0, 'b'};
    byte[] long16 = new byte[2 + 0x0102];
    long16[0] = 2;
    long16[1] = 1;

    assertThat(unpack(header(1), BODY)).isEqualTo(TEXT);
    assertThat(unpack(header(4), extra, BODY)).isEqualTo(TEXT);
    assertThat(unpack(header(4), long16, BODY)).isEqualTo(TEXT);
    assertThat(unpack(header(8), bytes("name\0"), BODY)).isEqualTo(TEXT);
    assertThat(unpack(header(16), bytes("\0"), BODY)).isEqualTo(TEXT);
    assertThat(unpack(header(4 + 8 + 16), extra, bytes("name\0comment\0"), BODY)).isEqualTo(TEXT);
  }

  @Test
  void checksTheChecksumOfAHeader() throws IOException {
    byte[] header = IdxFiles.join(header(2 + 8), bytes("name\0"));
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] check = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};

    assertThat(unpack(header, check, BODY)).isEqualTo(TEXT);
    check[0] ^= 1;
    refuses("has a header that does not match its checksum", header, check, BODY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x40, 0x80})
  void refusesReservedFlags(int flag) {
    refuses("sets flags that are reserved", header(flag), BODY);
  }

  @Test
  void refusesOtherMethodsOfCompression() {
    byte[] header = header(0);
    header[2] = 7;

    refuses("uses a compression method other than deflate", header, BODY);
  }

  @Test
  void refusesWrongChecksumsAndLengths() {
    for (int i = 1; i <= 8; i++) {
      byte[] wrong = MEMBER.clone();
      wrong[wrong.length - i] ^= 1;
      refuses(
          i > 4
              ? "does not match its checksum"
              : "does not have the unpacked length that it states",
          wrong);
    }
  }

  @Test
  void refusesWhatFollowsTheEnd() {
    refuses("goes on after the end of the compressed data", MEMBER, new byte[1]);
    refuses("goes on after the end of the compressed data", MEMBER, TEXT);
    refuses("ends within a header or checksum", MEMBER, new byte[] {0x1f});
    refuses("ends within the compressed data", MEMBER, header(0));
  }
}
