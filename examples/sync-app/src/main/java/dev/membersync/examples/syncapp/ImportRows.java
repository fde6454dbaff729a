package dev.membersync.examples.syncapp;

import dev.membersync.eventops.analytics.CsvText;
import dev.membersync.sync.PlannedRegistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Registrations as rows of an attendee import of Accelevents, and those that such an import would not take. The rules are
 * those of the vendor's help page on importing registrants (H:4145158, DOC): first name, last name and e-mail address are
 * needed, titles equal those of the order form, and a Cell Phone comes with a Transaction ID, which nobody has here.
 *
 * @param columns the titles
 * @param rows a value for each column, by ticket type and member
 * @param leftOut members that are not among the rows, and why; no values
 * @param warnings what else to know
 */
record ImportRows(
        List<String> columns, List<List<String>> rows, Map<String, List<String>> leftOut, List<String> warnings) {
    private static final String PHONE = "Cell Phone";
    private static final List<String> BUILT_IN = List.of("First Name", "Last Name", "Email", "Ticket Type");
    private static final int MOST_NAME = 50;
    private static final int MOST_EMAIL = 75;

    static ImportRows of(List<PlannedRegistration> registrations) {
        checkOneEvent(registrations);
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        List<PlannedRegistration> good = new ArrayList<>();
        for (PlannedRegistration registration : registrations) {
            List<String> problems = problems(registration);
            if (problems.isEmpty()) {
                good.add(registration);
            } else {
                leftOut.put(registration.userId(), problems);
            }
        }
        good.sort(Comparator.comparing(PlannedRegistration::ticketType).thenComparing(PlannedRegistration::userId));
        return of(good, leftOut);
    }

    private static ImportRows of(List<PlannedRegistration> good, Map<String, List<String>> leftOut) {
        Set<String> labels = new LinkedHashSet<>();
        good.forEach(
                registration -> labels.addAll(registration.draft().answers().keySet()));
        List<String> warnings = new ArrayList<>();
        if (labels.remove(PHONE)) {
            warnings.add("the column " + PHONE + " is left out: Accelevents imports it with a Transaction ID only");
        }
        List<String> columns = new ArrayList<>(BUILT_IN);
        columns.addAll(labels);
        List<List<String>> rows = good.stream().map(one -> row(one, labels)).toList();
        long guarded =
                rows.stream().flatMap(List::stream).filter(CsvText::isFormula).count();
        if (guarded > 0) {
            warnings.add(
                    guarded + " values begin as a formula does and are written with a ' before them; the sync after"
                            + " the import puts that right");
        }
        return new ImportRows(columns, rows, leftOut, warnings);
    }

    ImportRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What programs are told: nothing personal. */
    Map<String, Object> facts() {
        return Facts.map(
                "rows",
                rows.size(),
                "columns",
                columns,
                "warnings",
                warnings,
                "leftOut",
                leftOut.entrySet().stream()
                        .map(out -> Facts.map("userId", out.getKey(), "reasons", out.getValue()))
                        .toList());
    }

    private static List<String> row(PlannedRegistration registration, Collection<String> labels) {
        List<String> row = new ArrayList<>();
        row.add(registration.draft().firstName().orElse(""));
        row.add(registration.draft().lastName().orElse(""));
        row.add(registration.draft().email().orElse(""));
        row.add(registration.ticketType());
        labels.forEach(label -> row.add(registration.draft().answers().getOrDefault(label, "")));
        return row;
    }

    private static List<String> problems(PlannedRegistration registration) {
        if (!registration.problems().isEmpty()) {
            return registration.problems();
        }
        List<String> problems = new ArrayList<>(personProblems(registration));
        String email = registration.draft().email().orElse("");
        String label = registration.memberIdLabel().orElse("Member ID");
        String id = registration.draft().answers().getOrDefault(label, "");
        if (registration.ticketType().isBlank()) {
            problems.add("no ticket type is known");
        }
        if (id.isBlank()) {
            problems.add("the form has no field \"" + label
                    + "\", by which a later sync knows the ticket; add it at Accelevents");
        }
        if (CsvText.isFormula(id) || CsvText.isFormula(email)) {
            problems.add("its user id or address begins as a formula does and would have to be changed in the file");
        }
        return problems;
    }

    private static List<String> personProblems(PlannedRegistration registration) {
        List<String> problems = new ArrayList<>();
        String first = registration.draft().firstName().orElse("");
        String last = registration.draft().lastName().orElse("");
        String email = registration.draft().email().orElse("");
        if (first.isBlank() || last.isBlank()) {
            problems.add("a first and a last name are needed");
        } else if (first.length() > MOST_NAME || last.length() > MOST_NAME) {
            problems.add("Accelevents takes " + MOST_NAME + " characters in each name");
        }
        if (email.isBlank()) {
            problems.add("an e-mail address is needed");
        } else if (email.length() > MOST_EMAIL) {
            problems.add("Accelevents takes " + MOST_EMAIL + " characters in an e-mail address");
        }
        return problems;
    }

    private static void checkOneEvent(List<PlannedRegistration> registrations) {
        Set<String> events = new TreeSet<>();
        registrations.forEach(registration -> events.add(registration.event()));
        if (events.size() > 1) {
            throw AppException.usage("an import is for one event, and this configuration registers members at "
                    + String.join(", ", events) + "; give --csv a file with the workflows of one of them");
        }
    }
}
