package dev.burin.train;

/**
 * What {@link DistributedSamples} are asked for: the sums of one batch. Both arrays are to be read
 * only, and only until the answer.
 *
 * @param parameters of the network, laid out as those of its layout, in an array that may be longer
 * @param order the rows of the epoch, of which the batch is {@code order[from]} to {@code
 *     order[from + count - 1]}, in this order
 * @param from where the batch begins
 * @param count the samples of the batch, 1 or more
 * @param total what they count together: their number, or the sum of their weights
 * @param batch the samples of each batch of the epoch but the last, as far as it is cut into equal
 *     ones
 * @param gradient whether the gradient is wanted, in which some inputs may be dropped, or losses
 *     alone
 * @param seed of what is dropped
 * @param step the number of the update, which decides what is dropped
 */
public record FloatWork(
    float[] parameters,
    int[] order,
    int from,
    int count,
    double total,
    int batch,
    boolean gradient,
    long seed,
    long step) {}
