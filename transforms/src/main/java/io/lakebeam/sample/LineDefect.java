package io.lakebeam.sample;

/** A way to spoil a line of a sample. Texts hold one byte per character. */
@FunctionalInterface
public interface LineDefect {
  /** A line that must be rejected, alone: it is not blank and has no line end. */
  String spoiled(String line, SplitMix64 random);
}
