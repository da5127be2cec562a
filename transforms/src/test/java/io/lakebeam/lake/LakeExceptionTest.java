package io.lakebeam.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LakeExceptionTest {
  @Test
  void saysItsExitCodeInItsText() {
    assertThat(new LakeException(ExitCode.BAD_PLACE, "cannot read s3://a"))
        .hasToString("io.lakebeam.lake.LakeException[3]: cannot read s3://a");
  }
}
