package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a fake: an operation is a row here plus a method elsewhere. */
final class Routes {
    /** Answers one operation. */
    @FunctionalInterface
    interface Handler {
        FakeReply handle(Visit visit);
    }

    /** A route that matched, with its decoded path variables. */
    record Match(Operation operation, Handler handler, Map<String, String> variables) {}

    private record Row(Operation operation, List<String> segments, Handler handler) {}

    private final List<Row> rows = new ArrayList<>();
    private final boolean exact;

    Routes() {
        this(false);
    }

    /** With exact paths a slash at the end matters. */
    Routes(boolean exact) {
        this.exact = exact;
    }

    Routes add(Operation operation, Handler handler) {
        rows.add(new Row(operation, segments(operation.template()), handler));
        return this;
    }

    List<Operation> operations() {
        return rows.stream().map(Row::operation).toList();
    }

    Optional<Match> match(FakeRequest request) {
        return match(request, false);
    }

    /** Whether a route would match if letters were all of one case. */
    boolean matchesIgnoringCase(FakeRequest request) {
        return match(request, true).isPresent();
    }

    private Optional<Match> match(FakeRequest request, boolean ignoringCase) {
        List<String> asked = segments(request.path());
        boolean slash = request.path().endsWith("/");
        for (Row row : rows) {
            if (row.operation().method().equals(request.method())
                    && row.segments().size() == asked.size()
                    && (!exact || row.operation().template().endsWith("/") == slash)) {
                Optional<Map<String, String>> variables = variables(row.segments(), asked, ignoringCase);
                if (variables.isPresent()) {
                    return Optional.of(new Match(row.operation(), row.handler(), variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> variables(
            List<String> template, List<String> asked, boolean ignoringCase) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i).startsWith("{")) {
                if (asked.get(i).isEmpty()) {
                    return Optional.empty();
                }
                // A plus sign in a path is itself, unlike in a query.
                String value = FakeRequest.decoded(asked.get(i).replace("+", "%2B"));
                variables.put(template.get(i).substring(1, template.get(i).length() - 1), value);
            } else if (ignoringCase
                    ? !template.get(i).equalsIgnoreCase(asked.get(i))
                    : !template.get(i).equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> segments(String path) {
        String inner = path.startsWith("/") ? path.substring(1) : path;
        return List.of((inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner).split("/", -1));
    }
}
