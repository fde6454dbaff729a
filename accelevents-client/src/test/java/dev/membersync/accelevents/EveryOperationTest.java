package dev.membersync.accelevents;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.attendee.AttendeeContractTest;
import dev.membersync.accelevents.discount.DiscountContractTest;
import dev.membersync.accelevents.event.EventContractTest;
import dev.membersync.accelevents.form.FormContractTest;
import dev.membersync.accelevents.holder.HolderContractTest;
import dev.membersync.accelevents.login.LoginContractTest;
import dev.membersync.accelevents.order.CheckoutContractTest;
import dev.membersync.accelevents.order.OrderContractTest;
import dev.membersync.accelevents.session.SessionContractTest;
import dev.membersync.accelevents.session.SpeakerContractTest;
import dev.membersync.accelevents.ticket.TicketContractTest;
import dev.membersync.accelevents.upload.UploadContractTest;
import dev.membersync.client.Operation;
import dev.membersync.compare.Compare;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the client has a row in a table, and every row keeps to what the client says of its operation. */
class EveryOperationTest {
    static List<Contract> rows() {
        return Stream.of(
                        TicketContractTest.rows(),
                        FormContractTest.rows(),
                        OrderContractTest.rows(),
                        CheckoutContractTest.rows(),
                        AttendeeContractTest.rows(),
                        HolderContractTest.rows(),
                        DiscountContractTest.rows(),
                        EventContractTest.rows(),
                        SpeakerContractTest.rows(),
                        SessionContractTest.rows(),
                        UploadContractTest.rows(),
                        LoginContractTest.rows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> operations() {
        try (var client = AcceleventsClient.anonymous().build()) {
            return client.operations();
        }
    }

    @Test
    void everyOperationHasARow() {
        var held = rows().stream().map(Contract::operation).collect(toSet());
        var listed = operations().stream().map(Operation::id).toList();

        Compare.allKnown("operations with the id of another one", listed, Set.copyOf(listed));
        Compare.allKnown("operations without a row in any ...ContractTest that this test names", listed, held);
        Compare.allKnown("rows of no operation of the client", held, listed);
    }

    @Test
    void everyOperationIsListedOnceWithItsSource() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.source()).isNotBlank())
                .extracting(operation -> operation.method() + " " + operation.path())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSentWhereTheListSays(Contract row) {
        var operation = operations().stream()
                .filter(listed -> listed.id().equals(row.operation()))
                .findFirst()
                .orElseThrow();
        var path = operation.path().replaceAll("\\{[^}]+}", "[^/?]+");
        assertThat(row.target()).matches(operation.method() + " " + path + "(\\?.*)?");
    }
}
