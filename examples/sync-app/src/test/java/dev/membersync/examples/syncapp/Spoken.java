package dev.membersync.examples.syncapp;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What objects of ours say of themselves in {@code toString}, and what those say that they hold. Texts that they hold are data. */
final class Spoken {
    private final StringBuilder said = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Spoken() {}

    static String of(Collection<Object> objects) {
        Spoken spoken = new Spoken();
        objects.forEach(spoken::hear);
        return spoken.said.toString();
    }

    private void hear(Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(this::hear);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::hear);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(this::hear);
        } else if (value instanceof Supplier<?> late) {
            hear(late.get());
        } else if (value != null
                && value.getClass().getName().startsWith("dev.membersync.")
                && !value.getClass().isEnum()
                && seen.add(value)) {
            said.append(value.getClass().getName()).append(' ').append(value).append('\n');
            if (value instanceof Record) {
                Stream.of(value.getClass().getRecordComponents()).forEach(component -> hear(part(value, component)));
            }
        }
    }

    private static Object part(Object row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException hidden) {
            return Set.of();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
