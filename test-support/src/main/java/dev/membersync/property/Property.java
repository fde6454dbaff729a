package dev.membersync.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that takes a {@link java.util.SplittableRandom} and holds for every seed. It runs once per seed, on one
 * instance; a failure names the seed and the line that repeats it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(EverySeed.class)
public @interface Property {
    /** How many seeds, counted from 0. The system property {@code property.factor} makes it that many times more. */
    int seeds() default 500;

    /** Runs this seed alone; below 0 runs all. */
    long only() default -1;
}
