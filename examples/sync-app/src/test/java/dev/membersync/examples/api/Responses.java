package dev.membersync.examples.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records that only the library makes. A record is one that users make when a public method, or the constructor of
 * another such record, takes it; what keeps unknown fields ({@code extra}) is read from a reply, whoever takes it.
 */
final class Responses {
    private final Set<Class<?>> taken;

    private Responses(Set<Class<?>> taken) {
        this.taken = taken;
    }

    static Responses among(List<Class<?>> types) {
        Deque<Type> open = new ArrayDeque<>();
        for (Class<?> type : types) {
            entries(type)
                    .flatMap(entry -> Stream.of(entry.getGenericParameterTypes()))
                    .forEach(open::add);
        }
        Set<Class<?>> taken = new HashSet<>();
        while (!open.isEmpty()) {
            Type next = open.remove();
            if (next instanceof ParameterizedType several) {
                open.add(several.getRawType());
                open.addAll(List.of(several.getActualTypeArguments()));
            } else if (next instanceof WildcardType any) {
                open.addAll(List.of(any.getUpperBounds()));
                open.addAll(List.of(any.getLowerBounds()));
            } else if (next instanceof Class<?> type) {
                if (type.isArray()) {
                    open.add(type.getComponentType());
                } else if (taken.add(type) && type.isRecord() && !isRead(type)) {
                    Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .forEach(open::add);
                }
            }
        }
        return new Responses(taken);
    }

    /** Whether this is the constructor of a record that may gain components. */
    boolean mayGrow(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        return type.isRecord() && (isRead(type) || !taken.contains(type));
    }

    private static Stream<Executable> entries(Class<?> type) {
        Stream<Executable> constructors = type.isRecord() ? Stream.empty() : Stream.of(type.getDeclaredConstructors());
        return Stream.concat(constructors, Stream.of(type.getDeclaredMethods()).filter(Responses::isNoTwin))
                .filter(entry -> Modifier.isPublic(entry.getModifiers()));
    }

    /** A method of a record that takes another of its kind, such as a sum, makes nobody build one. */
    private static boolean isNoTwin(Method method) {
        return !List.of(method.getParameterTypes()).contains(method.getDeclaringClass());
    }

    private static boolean isRead(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals("extra"));
    }
}
