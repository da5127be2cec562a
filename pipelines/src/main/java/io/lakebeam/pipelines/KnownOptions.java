package io.lakebeam.pipelines;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The options that a pipeline accepts on a runner: its own, the shared ones, Beam's, those of the
 * runner and of the file systems.
 */
final class KnownOptions {
  private final Map<String, OptionSpec> byName;

  private KnownOptions(Map<String, OptionSpec> byName) {
    this.byName = byName;
  }

  static KnownOptions of(Class<? extends PipelineOptions> optionsType, Runner runner) {
    Map<String, OptionSpec> byName = new LinkedHashMap<>();
    for (OptionSpec option : own(optionsType)) {
      byName.put(option.name(), option);
    }
    for (OptionSpec option : shared()) {
      byName.putIfAbsent(option.name(), option);
    }
    add(PipelineOptions.class, byName);
    PipelineOptionsFactory.getRegisteredOptions().stream()
        .filter(runner::takes)
        .sorted(Comparator.comparing(Class::getName))
        .forEach(type -> add(type, byName));
    return new KnownOptions(byName);
  }

  private static void add(Class<?> type, Map<String, OptionSpec> byName) {
    specs(type).forEach(option -> byName.putIfAbsent(option.name(), option));
  }

  /**
   * The options that a pipeline declares, shared ones that it describes anew among them, in the
   * order of the help.
   */
  static List<OptionSpec> own(Class<? extends PipelineOptions> optionsType) {
    return specs(optionsType).stream()
        .filter(option -> !option.declaredBy().isAssignableFrom(LakeOptions.class))
        .collect(Collectors.toList());
  }

  /** The shared options that are declared here, in the order of the help. */
  static List<OptionSpec> shared() {
    return specs(LakeOptions.class).stream()
        .filter(option -> option.declaredBy() == LakeOptions.class)
        .collect(Collectors.toList());
  }

  Optional<OptionSpec> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Own options come first, so that of two names that are equally near one's own is suggested. */
  Iterable<String> names() {
    return byName.keySet();
  }

  private static List<OptionSpec> specs(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(KnownOptions::readsAnOption)
        .map(OptionSpec::of)
        .sorted(Comparator.comparingInt(OptionSpec::at).thenComparing(OptionSpec::name))
        .collect(Collectors.toList());
  }

  private static boolean readsAnOption(Method method) {
    return (method.getName().startsWith("get") || method.getName().startsWith("is"))
        && method.getParameterCount() == 0
        && PipelineOptions.class.isAssignableFrom(method.getDeclaringClass())
        && !method.isAnnotationPresent(JsonIgnore.class);
  }
}
