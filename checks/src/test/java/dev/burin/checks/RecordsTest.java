package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.checks.Bud.Kind;
import dev.burin.checks.Bud.Measures;
import dev.burin.data.Dataset;
import dev.burin.optimize.Adam;
import dev.burin.train.Evaluation;
import dev.burin.train.RecordSamples;
import dev.burin.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A generated class reads its records into a data set, learns them, and answers with its enum. */
class RecordsTest {

  private record Found(Measures measures, Kind kind) {}

  private static List<Found> found(int n, long seed) {
    Random random = new Random(seed);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Kind kind = Kind.values()[i % 3];
      float length = kind.ordinal() + 0.2f * (float) random.nextGaussian();
      double weight = 2 - kind.ordinal() + 0.2 * random.nextGaussian();
      found.add(new Found(new Measures(length, 0.5f, weight, kind == Kind.SHOOT ? 0 : 1), kind));
    }
    return found;
  }

  @Test
  void aDataSetOfRecordsHasTheNumbersThatTheMethodReads() {
    BudNetwork bud = new BudNetwork(1);
    List<Found> found = found(30, 1);
    Dataset data = RecordSamples.classes(bud, found, Found::measures, Found::kind);

    float[] x = new float[4];
    for (int i = 0; i < found.size(); i++) {
      data.features().copyRow(i, x, 0);
      assertThat(Kind.values()[bud.index(x)]).isEqualTo(bud.kind(found.get(i).measures()));
      assertThat(data.targets().value(i, found.get(i).kind().ordinal())).isEqualTo(1);
    }
  }

  @Test
  void whatWasLearnedFromRecordsIsAnsweredToRecords() {
    BudNetwork bud = new BudNetwork(1);
    Trainer trainer = Trainer.builder().optimizer(new Adam(0.01)).batch(10).epochs(20).build();
    trainer.train(bud, RecordSamples.classes(bud, found(300, 2), Found::measures, Found::kind));

    List<Found> others = found(99, 3);
    Dataset test = RecordSamples.classes(bud, others, Found::measures, Found::kind);
    assertThat(Evaluation.of(bud, test).accuracy()).isGreaterThan(0.95);
    long right = others.stream().filter(each -> bud.kind(each.measures()) == each.kind()).count();
    assertThat((double) right / others.size()).isEqualTo(Evaluation.of(bud, test).accuracy());
  }
}
