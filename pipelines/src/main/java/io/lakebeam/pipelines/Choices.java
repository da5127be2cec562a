package io.lakebeam.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The constants of an enum as users type them: in any case, with hyphens for underscores. */
final class Choices {
  private final List<Enum<?>> constants = new ArrayList<>();

  private Choices() {}

  static Choices of(Class<?> enumType) {
    Choices choices = new Choices();
    for (Object constant : enumType.getEnumConstants()) {
      choices.constants.add((Enum<?>) constant);
    }
    return choices;
  }

  List<String> typed() {
    return constants.stream().map(Choices::typed).collect(Collectors.toList());
  }

  Optional<Enum<?>> named(String typed) {
    String wanted = typed.replace('-', '_');
    return constants.stream()
        .filter(constant -> constant.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** The enum's own words where it has some, else the constant's name in lower case. */
  static String typed(Enum<?> constant) {
    String own = constant.toString();
    try {
      boolean ownWords =
          constant.getDeclaringClass().getMethod("toString").getDeclaringClass() != Enum.class;
      return ownWords ? own : own.toLowerCase(Locale.ROOT).replace('_', '-');
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every class has toString", e);
    }
  }
}
