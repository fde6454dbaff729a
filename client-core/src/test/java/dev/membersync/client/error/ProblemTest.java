package dev.membersync.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({
        "f0cd9b17-5550-1009-9b4a-a83955501234, true",
        "4bf92f3577b34da6a3ce929d0e0e4736, true",
        "+1 555 010 9999 ann, false",
        "ann@example.com, false"
    })
    void aTraceIdIsShownWholeAndNothingElseIsTakenForOne(String traceId, boolean whole) {
        Problem problem = new Problem(
                "users.get",
                OptionalInt.of(500),
                Optional.empty(),
                Optional.of(traceId),
                1,
                "the service failed",
                "",
                List.of(),
                true,
                Map.of(),
                "try again");
        assertThat(problem.toString().contains(traceId)).isEqualTo(whole);
    }

    @Test
    void aVendorThatMayNamePeopleIsNotQuoted() {
        Problem problem = new Problem(
                "holders.update",
                OptionalInt.of(406),
                Optional.empty(),
                Optional.empty(),
                1,
                "the request was refused",
                "Ada Lovelace is registered",
                List.of("name: Ada Lovelace"),
                false,
                Map.of(),
                "ask her");
        assertThat(problem.at("holders.update", 2).status(400))
                .hasToString("holders.update failed: HTTP 400, 2 attempts, the request was refused. Next: ask her");
    }
}
