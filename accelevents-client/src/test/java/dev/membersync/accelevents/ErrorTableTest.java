package dev.membersync.accelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.membersync.accelevents.error.AcceleventsCodes;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.error.ApiException;
import dev.membersync.client.error.AuthException;
import dev.membersync.client.error.AuthException.Reason;
import dev.membersync.client.error.NotFoundException;
import dev.membersync.client.error.RejectedException;
import dev.membersync.client.error.ServerException;
import dev.membersync.client.error.ThrottledException;
import dev.membersync.client.http.Reply;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import dev.membersync.compare.Compare;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error code of accelevents-api.md 1.2 and 1.5, wherever the vendor puts it. */
class ErrorTableTest {
    private static final Map<Class<? extends ApiException>, String> CODES = Map.of(
            AuthException.class,
            "4010101 4010102 4030101 4030201",
            NotFoundException.class,
            """
            4040014 4040015 4040019 4040100 4040101 4040200 4040201 4040204 4040501
            404800 404801
            """,
            RejectedException.class,
            """
            4040503 4040504 4040506 4040507
            406
            4060004 4060005 4060016 4060033 4060046 4060065 4068921 4068922 4060072 4060074 4060098
            4060124 4060132 4060405 4060406 4060407 4060408 4060410 4060412 4060413 4060414
            4060416 4060421 4060428 4060422 4060425 4060426 4060444 4060510 4060517
            4060703 4060704 4060707 4060717 4060710 4068006 4068011 4068906
            4069101 4069102 4069103
            4090003 4090101 4090103 4090104 4090105 4090121
            40600013
            """);

    static List<String> codes() {
        return CODES.values().stream().flatMap(ErrorTableTest::words).toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"));
    }

    private static Class<? extends ApiException> expected(String code) {
        return CODES.entrySet().stream()
                .filter(entry -> words(entry.getValue()).anyMatch(code::equals))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Reply body(int status, String code) {
        return Reply.of(status, "{\"errorCode\":\"" + code + "\",\"errorMessage\":\"the vendor's own words\"}");
    }

    @Test
    void theTableKnowsTheListedCodesAndNoOthers() {
        Compare.allKnown("codes that stand twice in CODES of this test", codes(), Set.copyOf(codes()));
        Compare.allKnown(
                "codes of CodeTable without an exception in CODES of this test", AcceleventsCodes.known(), codes());
        Compare.allKnown("codes of this test that CodeTable does not know", codes(), AcceleventsCodes.known());
    }

    @ParameterizedTest
    @CsvSource({
        "4060004,true",
        "4060065,true",
        "4060074,true",
        "4060098,true",
        "4060124,true",
        "4060132,true",
        "4068921,true",
        "4068922,true",
        "4069101,true",
        "4069102,true",
        "4069103,true",
        "4060016,false",
        "4060425,false",
        "4060517,false",
        "4030101,false",
        "1234567,false"
    })
    void onlyRefusalsOfAPersonAreAboutThePerson(String code, boolean person) {
        assertThat(AcceleventsCodes.isAboutPerson(code)).isEqualTo(person);
    }

    @Test
    void everyCodeHasItsConstant() {
        List<String> constants = Arrays.stream(AcceleventsCodes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ErrorTableTest::value)
                .toList();

        Compare.allKnown("codes with two constants in AcceleventsCodes", constants, Set.copyOf(constants));
        Compare.allKnown("codes without a constant in AcceleventsCodes", codes(), constants);
        Compare.allKnown(
                "constants of AcceleventsCodes without an exception in CODES of this test", constants, codes());
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeHasItsExceptionUnderEveryStatus(String code) {
        var own = Integer.parseInt(code.substring(0, 3));
        assertThat(Stream.of(own, 200, 400, 401, 403, 404, 406, 409, 429, 500, 503)
                        .map(status -> Refusal.ofRead(body(status, code))))
                .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(expected(code)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeIsToldInOurWordsWithWhatToDoNext(String code) {
        var refusal = Refusal.ofRead(body(406, code));
        var meaning = AcceleventsCodes.meaning(code).orElseThrow();
        var remedy = AcceleventsCodes.remedy(code).orElseThrow();
        assertThat(List.of(meaning, remedy)).allSatisfy(text -> assertThat(text).hasSizeGreaterThan(10));
        assertThat(refusal)
                .hasMessage("ticketTypes.settings failed: HTTP 406, code " + code + ", 1 attempt, " + meaning
                        + ". Next: " + remedy);
        assertThat(refusal.code()).contains(code);
        assertThat(refusal.remedy()).isEqualTo(remedy);
        assertThat(refusal.vendorMessage()).isEqualTo("the vendor's own words");
    }

    @ParameterizedTest
    @CsvSource({"4010101, REFUSED", "4010102, REFUSED", "4030101, FORBIDDEN", "4030201, FORBIDDEN"})
    void aRefusedKeyAndAMissingRoleAreToldApart(String code, Reason reason) {
        assertThat(((AuthException) Refusal.ofRead(body(406, code))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "4069999, dev.membersync.client.error.RejectedException",
        "4049999, dev.membersync.client.error.NotFoundException",
        "4019999, dev.membersync.client.error.AuthException",
        "4099999, dev.membersync.client.error.RejectedException",
    })
    void anUnknownCodeIsJudgedByItsFirstDigitsAndSaidToBeUnknown(String code, Class<? extends ApiException> exception) {
        assertThat(Refusal.ofRead(body(500, code)))
                .isInstanceOf(exception)
                .hasMessageContaining("vendor code " + code + ", not in our table")
                .hasMessageNotContaining("own words");
        assertThat(AcceleventsCodes.meaning(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4040504, Only 3 tickets left at this price, 3, only 3 left",
        "4040504, Only 0 left., 0, only 0 left",
        "4040506, Ticket type 145680 is not valid, 145680, ticket type 145680",
    })
    void theNumberOfATextIsToldForItIsNobodysData(String code, String text, String number, String told) {
        var refusal =
                Refusal.ofOrder(Reply.of(404, "{\"errorCode\":\"" + code + "\",\"errorMessage\":\"" + text + "\"}"));
        assertThat(refusal.detail("number")).contains(number);
        assertThat(refusal).hasMessageContaining(AcceleventsCodes.meaning(code).orElseThrow() + ": " + told + ". Next");
    }

    @ParameterizedTest
    @CsvSource({
        "Only few left",
        "3 of 10 left",
        "Call 555-0109999",
        "Call +15550109",
        "Call +5550109",
        "Call 15550109999",
        "Only 2.50 left",
        "at 12:30"
    })
    void aNumberThatMayBeSomethingElseIsNotTold(String text) {
        var refusal = Refusal.ofOrder(Reply.of(404, "{\"errorCode\":\"4040504\",\"errorMessage\":\"" + text + "\"}"));
        assertThat(refusal.detail("number")).isEmpty();
        assertThat(refusal).hasMessageContaining("than asked for. Next");
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502", "503", "504"})
    void aReadThatMeetsAPassingFailureIsSentAgain(int status) {
        var time = ManualTime.create();
        var wire = ScriptedTransport.answering(request -> Reply.of(status, "busy"));
        var client = AcceleventsClient.builder(Secret.of("s3cr3t-key"))
                .transport(wire)
                .time(time)
                .rateBudget(RateBudget.unlimited())
                .build();
        assertThat(catchThrowable(
                        () -> client.event("e").ticketTypes().settings().execute()))
                .isInstanceOf(status == 429 ? ThrottledException.class : ServerException.class);
        assertThat(wire.requests()).hasSizeGreaterThan(1);
    }
}
