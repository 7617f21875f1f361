package dev.burin.network;

/**
 * The fixed binary tree in which totals of blocks are joined, for a range of neighbouring blocks.
 *
 * <p>Node i of level 0 is block i; node i of level L + 1 is node 2i of level L plus node 2i + 1, in
 * this order. Where the blocks end, a node may lack its right half and is then its left half alone:
 * seven blocks are {@code ((0+1)+(2+3)) + ((4+5)+6)}. So a node that lies within a range is the
 * same sum whoever computes it, and a range of n blocks is at most {@code 2 log2 n} whole nodes.
 *
 * <p>This class numbers the nodes that a range holds; the sums lie with its caller, in one place
 * for each, in the order of their blocks.
 */
final class BlockTree {

  /** The most nodes of a range: two of each level that blocks counted by an int can have. */
  static final int MOST = 2 * Integer.SIZE;

  private final int[] levels = new int[MOST];
  private final int[] indices = new int[MOST];
  private final int first;
  private int end;
  private int size;

  /**
   * The empty range.
   *
   * @param first the number of its first block, from 0
   */
  BlockTree(int first) {
    this.first = first;
    this.end = first;
  }

  /** The places that the sums of so many blocks from the first on need at one time. */
  static int places(int blocks) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(blocks);
  }

  int first() {
    return first;
  }

  /** The block after the last. */
  int end() {
    return end;
  }

  /** The nodes that are held. */
  int size() {
    return size;
  }

  /** The level of a node that is held. */
  int level(int node) {
    return levels[node];
  }

  /** The number of a node among those of its level. */
  int index(int node) {
    return indices[node];
  }

  /**
   * Takes the node that begins where the range ends, and says how many joins make it part of the
   * tree: each adds the sum of the last node that is held to that of the node before it.
   */
  int add(int level, int index) {
    levels[size] = level;
    indices[size] = index;
    size++;
    end += 1 << level;
    int joins = 0;
    while (size > 1 && siblings(size - 2, size - 1)) {
      size--;
      levels[size - 1]++;
      indices[size - 1] >>= 1;
      joins++;
    }
    return joins;
  }

  private boolean siblings(int left, int right) {
    return levels[left] == levels[right]
        && indices[left] % 2 == 0
        && indices[right] == indices[left] + 1;
  }

  /** The range is empty again. */
  void clear() {
    end = first;
    size = 0;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("blocks " + first + " to " + (end - 1) + ":");
    for (int node = 0; node < size; node++) {
      text.append(' ').append(levels[node]).append('/').append(indices[node]);
    }
    return text.toString();
  }
}
