package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What {@code ~} stands for at the beginning of a place. Shells leave it alone in {@code
 * --lake=~/lake}, and a directory of that name is never meant.
 */
final class HomeDirectory {
  private HomeDirectory() {}

  /**
   * The places, separated by commas, with the home directory in full.
   *
   * @param option for the error, such as {@code --lake}
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} for {@code ~name}
   */
  static String inFull(String option, String places) {
    return Arrays.stream(places.split(",", -1))
        .map(place -> onePlace(option, place))
        .collect(Collectors.joining(","));
  }

  private static String onePlace(String option, String place) {
    if (!place.startsWith("~")) {
      return place;
    }
    if (!place.equals("~") && !place.startsWith("~/")) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          option + "=" + place + " is not valid: write the home directory of another user in full");
    }
    return System.getProperty("user.home") + place.substring(1);
  }
}
