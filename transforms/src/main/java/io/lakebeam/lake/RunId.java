package io.lakebeam.lake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.regex.Pattern;

/** Names of runs: sortable by time, unique by a random part, safe as a file name everywhere. */
public final class RunId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private RunId() {}

  /** For example {@code 20261120T140000Z-1f9c03a7}. */
  public static String random(Instant now, Random random) {
    return String.format("%s-%08x", TIME.format(now), random.nextInt());
  }

  /** The same id if it can name files and partitions. */
  public static String checked(String runId) {
    if (!VALID.matcher(runId).matches()) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--runId="
              + runId
              + " must be 1 to 100 letters, digits, '.', '_' or '-', and begin with a letter or"
              + " digit");
    }
    return runId;
  }
}
