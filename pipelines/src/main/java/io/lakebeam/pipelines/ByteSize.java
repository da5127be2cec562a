package io.lakebeam.pipelines;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A whole number of bytes as people type it: {@code 268435456}, {@code 256MB}, {@code 1gb}. */
final class ByteSize {
  /** Marks an option that takes such a size or a greater one; Beam is given the bytes. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Option {
    String atLeast();
  }

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,18})(KB|MB|GB)?", Pattern.CASE_INSENSITIVE);

  private ByteSize() {}

  /** The bytes of a size; empty if it is none. */
  static Optional<Long> parse(String value) {
    Matcher size = SIZE.matcher(value);
    if (!size.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(size.group(1));
    long unit = unit(size.group(2));
    return number == 0 || number > Long.MAX_VALUE / unit
        ? Optional.empty()
        : Optional.of(number * unit);
  }

  /** The bytes of a size that an option allows; empty if it is none. */
  static Optional<Long> parse(String value, Option option) {
    long least = parse(option.atLeast()).orElseThrow();
    return parse(value).filter(bytes -> bytes >= least);
  }

  /** What an option allows, in words. */
  static String form(Option option) {
    return "a size of "
        + option.atLeast()
        + " or more, in bytes or with KB, MB or GB behind it, such as 256MB";
  }

  private static long unit(@Nullable String name) {
    switch (name == null ? "" : name.toUpperCase(Locale.ROOT)) {
      case "KB":
        return 1L << 10;
      case "MB":
        return 1L << 20;
      case "GB":
        return 1L << 30;
      default:
        return 1;
    }
  }
}
