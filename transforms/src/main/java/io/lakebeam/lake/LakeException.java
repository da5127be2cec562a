package io.lakebeam.lake;

/**
 * A failure that a user can act on. Its message is one line that says what, where and what to do;
 * its exit code says which kind it is.
 */
public final class LakeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  public LakeException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public LakeException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** Holds the exit code too, so that it survives where a runner hands on text alone. */
  @Override
  public String toString() {
    return LakeException.class.getName() + "[" + exitCode.code() + "]: " + getMessage();
  }
}
