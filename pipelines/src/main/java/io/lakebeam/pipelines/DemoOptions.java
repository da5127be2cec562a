package io.lakebeam.pipelines;

/** Options of {@code demo}, which has none of its own. */
public interface DemoOptions extends LakeOptions {}
