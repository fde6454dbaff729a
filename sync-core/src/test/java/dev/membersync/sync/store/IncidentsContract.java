package dev.membersync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What {@link Incidents} promises. */
interface IncidentsContract extends StoreContract {
    private static Incident refused(String subject, Instant at) {
        return Incident.of(
                        "REFUSED", subject, "accelevents", OptionalInt.of(401), Optional.of("E1"), "renew the key", at)
                .about(7, "refused");
    }

    @Test
    default void incidentComesBackAsItWasRaised() {
        incidents().raise(refused("orders", NOON));

        assertThat(incidents().find("REFUSED", "orders")).hasValue(refused("orders", NOON));
        assertThat(incidents().find("REFUSED", "members")).isEmpty();
    }

    @Test
    default void incidentThatIsRaisedAgainKeepsItsStartAndCounts() {
        incidents().raise(refused("orders", NOON));
        incidents()
                .raise(Incident.of(
                        "REFUSED",
                        "orders",
                        "accelevents",
                        OptionalInt.empty(),
                        Optional.empty(),
                        "call them",
                        NOON.plusSeconds(9)));

        assertThat(incidents().open(9))
                .containsExactly(new Incident(
                        "REFUSED",
                        "orders",
                        "accelevents",
                        OptionalInt.empty(),
                        Optional.empty(),
                        0,
                        "",
                        "call them",
                        NOON,
                        NOON.plusSeconds(9),
                        Optional.empty(),
                        2));
    }

    @Test
    default void incidentThatIsOverIsFoundAndNotListed() {
        incidents().raise(refused("orders", NOON));

        assertThat(incidents().close("REFUSED", "orders", NOON.plusSeconds(1))).isTrue();
        assertThat(incidents().close("REFUSED", "orders", NOON.plusSeconds(2))).isFalse();
        assertThat(incidents().find("REFUSED", "orders").orElseThrow().closedAt())
                .hasValue(NOON.plusSeconds(1));
        assertThat(incidents().open(9)).isEmpty();
        assertThat(incidents().count()).isZero();
    }

    @Test
    default void incidentThatIsOverBeginsAnew() {
        incidents().raise(refused("orders", NOON));
        incidents().close("REFUSED", "orders", NOON.plusSeconds(1));
        incidents().raise(refused("orders", NOON.plusSeconds(5)));

        assertThat(incidents().open(9)).containsExactly(refused("orders", NOON.plusSeconds(5)));
    }

    @Test
    default void openIncidentsAreListedByKindAndSubject() {
        incidents().raise(refused("b", NOON));
        incidents().raise(refused("a", NOON.plusSeconds(5)));
        incidents().raise(refused("c", NOON));

        assertThat(incidents().open(2)).extracting(Incident::subject).containsExactly("a", "b");
        assertThat(incidents().count()).isEqualTo(3);
    }
}
