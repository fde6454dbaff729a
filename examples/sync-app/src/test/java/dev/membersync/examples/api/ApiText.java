package dev.membersync.examples.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module promises: one line for each public type of an exported package, and one for each of its public members.
 * A response record may grow, so its constructor is not there ({@link Responses} says which those are).
 */
final class ApiText {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private ApiText() {}

    /** The text of the module that lies here: its jar, or the folder of its classes. All modules lie there. */
    static String of(Path place, List<Path> all) {
        List<Class<?>> types = publicTypes(place);
        Set<String> exported =
                all.stream().flatMap(each -> exported(module(each)).stream()).collect(Collectors.toSet());
        Responses responses = Responses.among(types);
        return types.stream().map(type -> text(type, responses, exported)).collect(Collectors.joining("\n"));
    }

    private static ModuleReference module(Path place) {
        return ModuleFinder.of(place).findAll().iterator().next();
    }

    private static Set<String> exported(ModuleReference module) {
        return module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(export -> export.source())
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> publicTypes(Path place) {
        ModuleReference module = module(place);
        Set<String> exported = exported(module);
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            return names.filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
                    .sorted()
                    .<Class<?>>map(ApiText::load)
                    .filter(ApiText::isSeen)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiText.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSeen(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers()) && !Modifier.isProtected(at.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass() && !type.isLocalClass();
    }

    static String text(Class<?> type, Responses responses, Set<String> exported) {
        Set<String> lines = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isPromised(field)) {
                lines.add(line(field.toGenericString(), type, field.getName()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPromised(constructor) && isCallable(constructor, exported) && !responses.mayGrow(constructor)) {
                lines.add(constructor.toGenericString().replace('$', '.'));
            }
        }
        for (Method method : methods(type)) {
            if (isPromised(method) && isCallable(method, exported) && !isInherited(method)) {
                lines.add(line(method.toGenericString(), method.getDeclaringClass(), method.getName() + "("));
            }
        }
        return head(type) + "\n"
                + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** Its own, and those that a parent nobody sees gives it. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
        for (Class<?> at = type.getSuperclass(); at != null && !isSeen(at); at = at.getSuperclass()) {
            methods.addAll(List.of(at.getDeclaredMethods()));
        }
        return methods;
    }

    private static boolean isPromised(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    /** What takes a type that strangers do not see is for ourselves. */
    private static boolean isCallable(Executable member, Set<String> exported) {
        return Stream.of(member.getParameterTypes())
                .map(Class::getPackageName)
                .noneMatch(home -> home.startsWith("dev.membersync.") && !exported.contains(home));
    }

    private static boolean isInherited(Executable method) {
        return OF_EVERY_OBJECT.contains(method.getName());
    }

    private static String head(Class<?> type) {
        String words = type.toGenericString().replace('$', '.');
        String parent = type.getGenericSuperclass() == null
                        || Set.of(Object.class, Record.class, Enum.class).contains(type.getSuperclass())
                ? ""
                : " extends " + type.getGenericSuperclass().getTypeName().replace('$', '.');
        String interfaces = Stream.of(type.getGenericInterfaces())
                .map(each -> each.getTypeName().replace('$', '.'))
                .collect(Collectors.joining(", "));
        return words + parent + (interfaces.isEmpty() ? "" : " : " + interfaces);
    }

    private static String line(String text, Class<?> owner, String name) {
        return text.replace(owner.getTypeName() + "." + name, name).replace('$', '.');
    }
}
