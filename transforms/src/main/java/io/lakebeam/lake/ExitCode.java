package io.lakebeam.lake;

/** How a run ends, as its process's exit code. */
public enum ExitCode {
  DONE(0),
  OTHER(1),
  BAD_OPTIONS(2),
  /** A place cannot be read or written, or what lies there is not what it should be. */
  BAD_PLACE(3),
  TOO_MANY_REJECTS(4),
  CHECK_FAILED(5),
  /** The table exists and the run must not touch it, or another run is at work on it. */
  TABLE_TAKEN(6);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The exit code of that number, {@link #OTHER} where there is none. */
  public static ExitCode of(int code) {
    for (ExitCode exitCode : values()) {
      if (exitCode.code == code) {
        return exitCode;
      }
    }
    return OTHER;
  }
}
