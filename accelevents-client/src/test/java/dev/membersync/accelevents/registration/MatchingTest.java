package dev.membersync.accelevents.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.TicketTypeId;
import dev.membersync.accelevents.order.IssuedTicket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final RegistrationDraft ADA =
            RegistrationDraft.of(new TicketTypeId(1), "Ada", "Lovelace", "ada@example.org");
    private static final RegistrationDraft BOTH =
            ADA.and(new TicketTypeId(1), "Mary", "Somerville", "mary@example.org");

    private static IssuedTicket ticket(String id, String email) {
        return new IssuedTicket(new EventTicketId(id), Optional.empty(), email, Map.of());
    }

    private static List<String> ids(Registered done) {
        return done.tickets().stream()
                .map(ticket -> ticket.ticketId().map(EventTicketId::value).orElse("?"))
                .toList();
    }

    private static Registered match(RegistrationDraft draft, IssuedTicket... tickets) {
        return new Matching(new OrderId(9), draft, type -> "General").issued(List.of(tickets));
    }

    @Test
    void theOrderOfTheAnswerDoesNotMatterAndNeitherDoesCase() {
        assertThat(ids(match(BOTH, ticket("11", "MARY@example.org"), ticket("12", " ada@example.org"))))
                .containsExactly("12", "11");
    }

    @Test
    void theOnlyTicketOfTheOnlyPersonNeedsNoAddress() {
        assertThat(ids(match(ADA, ticket("11", "")))).containsExactly("11");
    }

    @Test
    void anAnswerWithoutAddressesMatchesNobodyOfSeveral() {
        var done = match(BOTH, ticket("11", ""), ticket("12", ""));
        assertThat(ids(done)).containsExactly("?", "?");
        assertThat(done.unmatched()).hasSize(2);
    }

    @Test
    void aTicketTooManyIsNeverGivenAway() {
        var done = match(ADA, ticket("11", "ada@example.org"), ticket("12", "ada@example.org"));
        assertThat(ids(done)).containsExactly("?");
        assertThat(done.unmatched()).hasSize(2);
    }

    @Test
    void oneStrangerDoesNotHideWhoIsCertain() {
        var done = match(BOTH, ticket("11", "ada@example.org"), ticket("12", "stranger@example.org"));
        assertThat(ids(done)).containsExactly("11", "?");
        assertThat(done.unmatched()).containsExactly(new EventTicketId("12"));
    }
}
