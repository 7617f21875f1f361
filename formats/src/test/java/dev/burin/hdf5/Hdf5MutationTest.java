package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Damaged and hostile files are refused by name, or read as what they say, and stay small. */
class Hdf5MutationTest {

  @Test
  void everyPrefixOfAFileIsRefused() throws IOException {
    for (Map.Entry<String, List<String>> file : Mutants.FILES.entrySet()) {
      byte[] good = Hdf5Files.bytes(file.getKey());
      for (int length = 0; length < good.length; length++) {
        byte[] prefix = Arrays.copyOf(good, length);
        if (Mutants.read(prefix, file.getValue().getFirst()).isPresent()) {
          fail("%d bytes of %s were read.", length, file.getKey());
        }
      }
    }
  }

  /** All structures of this file and all of its chunks have checksums. */
  @Test
  void neverReadsSomethingElseFromAChangedByteWhereThereAreChecksums() throws IOException {
    byte[] good = Hdf5Files.bytes("checked.h5");
    double[] expected = Mutants.read(good, "fixed").orElseThrow();
    int refused = 0;
    for (int at = 0; at < good.length; at++) {
      for (int change : new int[] {1, 0xff}) {
        byte[] mutated = good.clone();
        mutated[at] ^= (byte) change;
        for (String name : Mutants.FILES.get("checked.h5")) {
          Optional<double[]> read = Mutants.read(mutated, name);
          if (read.isPresent() && !Arrays.equals(read.get(), expected)) {
            fail("%s differs with byte %d changed by %02x.", name, at, change);
          }
          refused += read.isEmpty() ? 1 : 0;
        }
      }
    }
    assertThat(refused).isGreaterThan(good.length);
  }

  @Test
  void readsOrRefusesRandomMutations() throws IOException {
    Random random = new Random(12);
    for (Map.Entry<String, List<String>> file : Mutants.FILES.entrySet()) {
      byte[] good = Hdf5Files.bytes(file.getKey());
      tryMutations(file.getValue(), () -> Mutants.mutate(good, random));
    }
  }

  /** As a hostile file would be: with checksums that are right. */
  @Test
  void readsOrRefusesMutationsThatChecksumsDoNotShow() throws IOException {
    Random random = new Random(13);
    for (String name : List.of("new.h5", "checked.h5", "more.h5", "values.h5")) {
      byte[] good = Hdf5Files.bytes(name);
      List<String> sets = Mutants.FILES.get(name);
      Signatures signatures = Signatures.of(good, sets);
      assertThat(signatures.count()).isGreaterThan(5);
      tryMutations(
          sets,
          () -> {
            byte[] mutated = Mutants.mutate(good, random);
            signatures.sign(mutated);
            return mutated;
          });
    }
  }

  private static void tryMutations(List<String> sets, Supplier<byte[]> mutations)
      throws IOException {
    int read = 0;
    int tried = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] mutated = mutations.get();
      for (String set : sets) {
        read += Mutants.read(mutated, set).isPresent() ? 1 : 0;
        tried++;
      }
    }
    // Both ways must have been taken often, else the mutations prove nothing.
    assertThat(read).isBetween(tried / 20, tried * 19 / 20);
  }
}
