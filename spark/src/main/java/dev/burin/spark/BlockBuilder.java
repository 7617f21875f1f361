package dev.burin.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/**
 * Makes blocks of the samples of a partition, in ascending order.
 *
 * @param division the units that samples belong to
 * @param weighted whether samples have weights
 */
record BlockBuilder(Division division, boolean weighted)
    implements FlatMapFunction<Iterator<Tuple2<Integer, Sample>>, BlockRows> {

  @Override
  public Iterator<BlockRows> call(Iterator<Tuple2<Integer, Sample>> samples) {
    Map<Integer, List<Sample>> units = new TreeMap<>();
    while (samples.hasNext()) {
      Tuple2<Integer, Sample> sample = samples.next();
      units.computeIfAbsent(sample._1(), unit -> new ArrayList<>()).add(sample._2());
    }
    List<BlockRows> blocks = new ArrayList<>();
    Iterator<Map.Entry<Integer, List<Sample>>> each = units.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Integer, List<Sample>> unit = each.next();
      blocks.add(BlockRows.of(division, unit.getKey(), unit.getValue(), weighted));
      // The samples of a block go when it is made, so that a partition is in memory about once.
      each.remove();
    }
    return blocks.iterator();
  }
}
