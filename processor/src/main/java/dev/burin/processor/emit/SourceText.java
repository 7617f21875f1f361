package dev.burin.processor.emit;

/**
 * One generated source file.
 *
 * @param qualifiedName the class, with its package if it has one
 * @param text the whole file
 */
public record SourceText(String qualifiedName, String text) {}
