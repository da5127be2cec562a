package io.lakebeam.read;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Input that comes month by month: in its name, braces with a pattern of years and months, as in
 * {@link DateTimeFormatter}, stand for a month, such as {@code {yyyy-MMM}} for {@code 2019-Oct}.
 * Names of months are English, whatever the locale of the machine. Other braces are those of globs.
 */
public final class MonthlyFiles {
  private static final Pattern MONTH = Pattern.compile("\\{([yuM](?:[yuM._/-]*[yuM])?)}");

  private MonthlyFiles() {}

  /**
   * The input with each part that is a template replaced by its months.
   *
   * @param specification a comma-separated list, as {@link Inputs#resolve} takes it
   * @param last included
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} naming a pattern that is none
   */
  public static String expand(String specification, YearMonth first, YearMonth last) {
    List<String> parts = new ArrayList<>();
    for (String part : specification.split(",", -1)) {
      if (!MONTH.matcher(part).find()) {
        parts.add(part);
        continue;
      }
      for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        parts.add(name(part, month));
      }
    }
    return String.join(",", parts);
  }

  private static String name(String template, YearMonth month) {
    Matcher pattern = MONTH.matcher(template);
    StringBuilder name = new StringBuilder();
    while (pattern.find()) {
      pattern.appendReplacement(name, Matcher.quoteReplacement(text(pattern.group(1), month)));
    }
    return pattern.appendTail(name).toString();
  }

  private static String text(String pattern, YearMonth month) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(month);
    } catch (IllegalArgumentException e) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--input has {" + pattern + "}, which is no pattern of a month such as {yyyy-MMM}",
          e);
    }
  }
}
