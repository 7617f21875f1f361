package dev.burin.processor.plan;

/**
 * A number of columns, counted in panels.
 *
 * @param equal how many equal panels
 * @param tail whether the last panel, which is of another width, is among them
 */
public record PanelCount(int equal, boolean tail) {}
