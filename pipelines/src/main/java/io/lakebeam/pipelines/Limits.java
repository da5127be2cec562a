package io.lakebeam.pipelines;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers that an option allows. On a text option it also asks for a plain decimal number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Limits {
  double atLeast() default Double.NEGATIVE_INFINITY;

  double above() default Double.NEGATIVE_INFINITY;

  double atMost() default Double.POSITIVE_INFINITY;
}
