package io.lakebeam.pipelines;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How an option stands in the help: its place among its neighbours and, in words, its default. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Listed {
  /** Ascending within its group. */
  int at();

  /** What holds when the option is not given, where no {@code @Default} says it. */
  String otherwise() default "";
}
