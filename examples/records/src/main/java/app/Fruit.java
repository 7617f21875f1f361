package app;

/**
 * What is measured of a fruit. A network reads the components as they are, so that their units are
 * chosen to be about 1: hundreds of grams and tenths of a metre.
 */
record Fruit(float weight, float width, float height, boolean stone) {}
