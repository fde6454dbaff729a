package dev.membersync.sync.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts of a store of which every call is a transaction of its own. */
final class Parts {
    private Parts() {}

    static <P> P each(SyncStore store, Scope scope, Class<P> part, Function<SyncStore.Tx, P> of) {
        Object proxy = Proxy.newProxyInstance(
                part.getClassLoader(),
                new Class<?>[] {part},
                (self, method, values) -> store.inTransaction(
                                scope, tx -> new Answer(call(of.apply(tx), method, values)))
                        .value());
        return part.cast(proxy);
    }

    private record Answer(@Nullable Object value) {}

    private static @Nullable Object call(Object part, Method method, Object[] values) {
        try {
            return method.invoke(part, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
