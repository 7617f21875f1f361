package dev.burin.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Sends the samples of blocks of the table on to the places that an order gives them.
 *
 * @param rows how the table is divided
 * @param places where each row goes
 * @param division how the order is divided
 */
record Reorder(Division rows, Broadcast<Places> places, Division division)
    implements PairFlatMapFunction<Iterator<BlockRows>, Integer, Sample> {

  @Override
  public Iterator<Tuple2<Integer, Sample>> call(Iterator<BlockRows> blocks) {
    Places to = places.value();
    List<Tuple2<Integer, Sample>> none = List.of();
    return new Iterator<>() {
      private Iterator<Tuple2<Integer, Sample>> now = none.iterator();

      @Override
      public boolean hasNext() {
        while (!now.hasNext() && blocks.hasNext()) {
          now = block(blocks.next(), to).iterator();
        }
        return now.hasNext();
      }

      @Override
      public Tuple2<Integer, Sample> next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException("There are no more samples.");
        }
        return now.next();
      }
    };
  }

  private List<Tuple2<Integer, Sample>> block(BlockRows block, Places to) {
    List<Tuple2<Integer, Sample>> samples = new ArrayList<>();
    int first = rows.place(block.unit());
    for (int i = 0; i < block.rows(); i++) {
      for (int at = to.starts()[first + i]; at < to.starts()[first + i + 1]; at++) {
        int place = to.places()[at];
        int unit = division.unit(place);
        samples.add(new Tuple2<>(unit, block.sample(i, place - division.place(unit))));
      }
    }
    return samples;
  }
}
