package io.lakebeam.pipelines;

/** Options of {@code trades-average}. */
public interface TradesAverageOptions extends TradesRefineOptions {}
