package dev.membersync.sync.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the engine's surroundings that differs in a few methods and is as it was in all others. */
final class Changed {
    private Changed() {}

    /**
     * The real part, with the methods of another object instead of its own where both have them.
     *
     * @param type the interface that both are seen by
     * @param differences has methods with the names and parameters of some of {@code type}
     */
    static <T> T in(Class<T> type, T real, Object differences) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    Optional<Method> other = same(differences, method);
                    try {
                        return other.isPresent()
                                ? other.get().invoke(differences, values)
                                : method.invoke(real, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Optional<Method> same(Object differences, Method method) {
        Optional<Method> found = Stream.of(differences.getClass().getDeclaredMethods())
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .filter(other -> !other.isBridge())
                .findFirst();
        found.ifPresent(other -> other.setAccessible(true));
        return found;
    }
}
