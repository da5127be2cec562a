package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** One option, read off its getter: name, type, limits, default and description. */
final class OptionSpec {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE]-?\\d{1,3})?");

  private final Method getter;
  private final String name;

  private OptionSpec(Method getter) {
    this.getter = getter;
    String property = getter.getName().substring(getter.getName().startsWith("is") ? 2 : 3);
    // The rule by which Beam names it too.
    this.name = Introspector.decapitalize(property);
  }

  static OptionSpec of(Method getter) {
    return new OptionSpec(getter);
  }

  String name() {
    return name;
  }

  Class<?> declaredBy() {
    return getter.getDeclaringClass();
  }

  /** Its place among its neighbours in the help. */
  int at() {
    Listed listed = getter.getAnnotation(Listed.class);
    return listed == null ? Integer.MAX_VALUE : listed.at();
  }

  boolean required() {
    return getter.isAnnotationPresent(Validation.Required.class);
  }

  boolean flag() {
    return type() == boolean.class || type() == Boolean.class;
  }

  /** Whether it may be given more than once. */
  boolean list() {
    return Collection.class.isAssignableFrom(type()) || type().isArray();
  }

  String description() {
    Description description = getter.getAnnotation(Description.class);
    return description == null ? "" : description.value();
  }

  /** The default as a user would type it, or in words. */
  String otherwise() {
    Listed listed = getter.getAnnotation(Listed.class);
    if (listed != null && !listed.otherwise().isEmpty()) {
      return listed.otherwise();
    }
    return Arrays.stream(getter.getAnnotations())
        .filter(annotation -> annotation.annotationType().getEnclosingClass() == Default.class)
        .findFirst()
        .map(this::typedDefault)
        .orElse("none");
  }

  private String typedDefault(Annotation annotation) {
    try {
      Object value = annotation.annotationType().getMethod("value").invoke(annotation);
      if (type().isEnum()) {
        return Choices.of(type()).named(value.toString()).map(Choices::typed).orElseThrow();
      }
      return value instanceof Double
          ? BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString()
          : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no default in " + annotation, e);
    }
  }

  /** What an enum option allows, as users type it; empty for other options. */
  List<String> choices() {
    return type().isEnum() ? Choices.of(type()).typed() : List.of();
  }

  /** The value as Beam reads it; an error that says what is allowed if it is not a valid one. */
  String checked(String value) {
    if (type().isEnum()) {
      return Choices.of(type())
          .named(value)
          .map(Enum::name)
          .orElseThrow(() -> refused(value, "one of " + String.join(", ", choices())));
    }
    if (flag()) {
      String lower = value.toLowerCase(Locale.ROOT);
      if (!lower.equals("true") && !lower.equals("false")) {
        throw refused(value, "true or false");
      }
      return lower;
    }
    ByteSize.@Nullable Option size = getter.getAnnotation(ByteSize.Option.class);
    if (size != null) {
      return checkedSize(value, size);
    }
    if (wholeNumber() || realNumber() || getter.isAnnotationPresent(Limits.class)) {
      checkNumber(value);
    }
    return value;
  }

  private String checkedSize(String value, ByteSize.Option size) {
    return ByteSize.parse(value, size)
        .map(String::valueOf)
        .orElseThrow(() -> refused(value, ByteSize.form(size)));
  }

  private void checkNumber(String value) {
    Pattern form = wholeNumber() ? WHOLE : realNumber() ? NUMBER : DECIMAL;
    if (!form.matcher(value).matches() || !withinLimits(Double.parseDouble(value))) {
      throw refused(value, numbers());
    }
    if (wholeNumber()) {
      boolean small = type() == int.class || type() == Integer.class;
      BigInteger most = BigInteger.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
      if (new BigInteger(value).abs().compareTo(most) > 0) {
        throw refused(value, "a whole number of at most " + most);
      }
    }
  }

  private boolean withinLimits(double number) {
    Limits limits = getter.getAnnotation(Limits.class);
    return limits == null
        || (number >= limits.atLeast() && number > limits.above() && number <= limits.atMost());
  }

  /** The numbers that are allowed, in words. */
  private String numbers() {
    String kind =
        wholeNumber() ? "a whole number" : realNumber() ? "a number" : "a plain decimal number";
    Limits limits = getter.getAnnotation(Limits.class);
    if (limits == null) {
      return kind;
    }
    if (limits.atMost() < Double.POSITIVE_INFINITY) {
      return kind + " from " + plain(limits.atLeast()) + " to " + plain(limits.atMost());
    }
    return limits.above() > Double.NEGATIVE_INFINITY
        ? kind + " above " + plain(limits.above())
        : kind + " of " + plain(limits.atLeast()) + " or more";
  }

  private static String plain(double limit) {
    return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  LakeException refused(String value, String allowed) {
    return new LakeException(
        ExitCode.BAD_OPTIONS,
        "--" + name + "=" + Secrets.masked(name, value) + " is not valid: it must be " + allowed);
  }

  /** What to say of a value that only Beam can check, and refuses. */
  String form() {
    return "a valid " + type().getSimpleName() + ", as Beam's documentation describes it";
  }

  private Class<?> type() {
    return getter.getReturnType();
  }

  private boolean wholeNumber() {
    return List.<Class<?>>of(int.class, Integer.class, long.class, Long.class).contains(type());
  }

  private boolean realNumber() {
    return List.<Class<?>>of(double.class, Double.class, float.class, Float.class).contains(type());
  }
}
