package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a file system refused, in one line for a person. The stores' own exceptions are classes of
 * their SDKs, some of them unchecked and not known here; what they all give is a message with the
 * HTTP status in it.
 */
final class Refusal {
  /** {@code (Service: S3, Status Code: 404, …)} of AWS, {@code 404 Not Found} of Google. */
  private static final Pattern STATUS = Pattern.compile("Status Code: (\\d{3})|^(\\d{3}) [A-Z]");

  private static final int LONGEST = 300;

  private Refusal() {}

  /**
   * What is said of a place where something could not be done.
   *
   * @param what such as {@code listed}
   */
  static LakeException of(String place, String what, Exception cause) {
    return cause instanceof LakeException
        ? (LakeException) cause
        : new LakeException(
            ExitCode.BAD_PLACE, place + " cannot be " + what + ": " + reason(cause), cause);
  }

  static boolean isAbsence(Throwable failure) {
    return chain(failure).stream()
        .anyMatch(
            link ->
                link instanceof FileNotFoundException
                    || link instanceof NoSuchFileException
                    || status(link).equals("404"));
  }

  static String reason(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable link : chain) {
      String status = status(link);
      if (status.equals("404")) {
        return "it is not there, or its bucket is not";
      }
      if (status.equals("401") || status.equals("403")) {
        return "access is denied; check the credentials and their rights (status " + status + ")";
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : line(message);
  }

  private static String status(Throwable link) {
    Matcher status = STATUS.matcher(String.valueOf(link.getMessage()));
    return !status.find() ? "" : status.group(1) == null ? status.group(2) : status.group(1);
  }

  private static String line(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }
}
