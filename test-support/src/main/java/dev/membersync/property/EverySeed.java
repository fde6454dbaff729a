package dev.membersync.property;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs a {@link Property} once per seed. */
final class EverySeed implements InvocationInterceptor, ParameterResolver {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        invocation.skip();
        Method method = context.getExecutable();
        Property property = method.getAnnotation(Property.class);
        method.setAccessible(true);
        long first = Math.max(0, property.only());
        long end = property.only() < 0 ? Bounded.rounds(property.seeds()) : first + 1;
        for (long seed = first; seed < end; seed++) {
            run(method, extension.getRequiredTestInstance(), seed);
        }
    }

    private static void run(Method method, Object test, long seed) throws Throwable {
        try {
            method.invoke(test, new SplittableRandom(seed));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            throw new AssertionError(
                    "fails with seed " + seed + "; repeat it with @Property(only = " + seed + "): "
                            + cause.getMessage(),
                    cause);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == SplittableRandom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return new SplittableRandom(0);
    }
}
