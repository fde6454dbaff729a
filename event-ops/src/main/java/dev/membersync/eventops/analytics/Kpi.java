package dev.membersync.eventops.analytics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A figure that reports have, or figures that belong together: what it is called and what it is made of. {@link Kpis#all}
 * has them all.
 *
 * @param id its name in every output, for ever
 * @param title its name for people
 * @param section where it stands in a report
 * @param formula how it is made, in words
 * @param unit what it counts in
 * @param groupedBy what its figures are told apart by besides currency, empty for none
 * @param shape how its figures belong together
 * @param inputs what it needs
 */
public record Kpi(
        String id,
        String title,
        Section section,
        String formula,
        Unit unit,
        String groupedBy,
        Shape shape,
        Set<Input> inputs) {
    /** Copies the inputs. */
    public Kpi {
        inputs = Collections.unmodifiableSet(inputs.isEmpty() ? EnumSet.noneOf(Input.class) : EnumSet.copyOf(inputs));
    }

    /** Parts of a report. */
    public enum Section {
        /** Members, registrations and places. */
        REGISTRATION("Members and registrations"),
        /** Who came, and when. */
        ATTENDANCE("Attendance"),
        /** Sales, refunds, fees. */
        MONEY("Money"),
        /** Waiting, joining, renewing. */
        MEMBERSHIP("Waitlist and membership"),
        /** How good the data are. */
        DATA("Quality of the data");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        /** Its heading. */
        public String title() {
            return title;
        }
    }

    /** How the figures of a KPI belong together, which decides how few people may hide among them. */
    public enum Shape {
        /** Each stands for itself. */
        ALONE,
        /** They are parts of one whole that a report shows too. */
        PARTITION,
        /** Each holds all before it. */
        CUMULATIVE
    }
}
