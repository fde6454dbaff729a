package dev.membersync.accelevents.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.AcceleventsClient;
import dev.membersync.accelevents.model.AcceleventsDialect;
import dev.membersync.accelevents.model.CodePath;
import dev.membersync.accelevents.model.WireTime;
import dev.membersync.client.auth.Secret;
import dev.membersync.client.policy.RateBudget;
import dev.membersync.client.testing.ManualTime;
import dev.membersync.client.testing.ScriptedTransport;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountRulesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 4, 12, 0);

    private static NewDiscountCode code(String word, DiscountType type, String amount) {
        return NewDiscountCode.of(word, type, new BigDecimal(amount), NOON, NOON.plusDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\t", "half-off", "under_score", "100%", "a/b"})
    void aCodeThatIsNotOneWordIsRefusedBeforeSending(String word) {
        assertThatThrownBy(() -> code(word, DiscountType.FLAT, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one word");
    }

    @ParameterizedTest
    @CsvSource({"PERCENTAGE,100.01", "percentage,101", "PERCENTAGE,-1", "FLAT,-0.01"})
    void anAmountBeyondItsBoundsIsRefusedBeforeSending(String type, String amount) {
        assertThatThrownBy(() -> code("SPRING", new DiscountType(type), amount))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"PERCENTAGE,100.00", "PERCENTAGE,0", "FLAT,500"})
    void anAmountAtItsBoundsIsTaken(String type, String amount) {
        assertThat(code("SPRING25", new DiscountType(type), amount).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void usesAreNeverNegative() {
        var code = code("SPRING", DiscountType.FLAT, "1");
        assertThatThrownBy(() -> code.withUses(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> code.withUsesPerBuyer(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeDoesNotEndBeforeItStarts() {
        var code = code("SPRING", DiscountType.FLAT, "1");
        assertThatThrownBy(() -> code.withTimes(NOON, NOON.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAmountOfAUsedCodeIsFrozen() {
        var client = client(ScriptedTransport.create(), AcceleventsDialect.DEFAULT);
        var used = DiscountContractTest.listed(1);
        var changed = used.edit().withAmount(DiscountType.PERCENTAGE, BigDecimal.ONE);
        assertThatThrownBy(() -> client.event("e").discountCodes().update(used, changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frozen");
    }

    @Test
    void theAmountOfAnUnusedCodeMayChange() {
        var wire = ScriptedTransport.create().reply(200, "");
        var unused = DiscountContractTest.listed(0);
        client(wire, AcceleventsDialect.DEFAULT)
                .event("e")
                .discountCodes()
                .update(unused, unused.edit().withAmount(DiscountType.FLAT, BigDecimal.ONE))
                .execute();
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void theDialectNamesACodeByItsText() {
        var wire = ScriptedTransport.create().reply(200, "");
        client(wire, AcceleventsDialect.DEFAULT.withCodePath(CodePath.CODE))
                .event("e")
                .discountCodes()
                .delete(DiscountContractTest.listed(0))
                .execute();
        assertThat(wire.requests().get(0).uri().getPath()).endsWith("/couponCode/SPRING");
    }

    @Test
    void aCodeWhoseDatesCannotBeReadIsNotWrittenBack() {
        var listed = DiscountContractTest.listed(0);
        var odd = new DiscountCode(
                listed.id(),
                listed.code(),
                listed.type(),
                listed.amount(),
                listed.scope(),
                0,
                0,
                OptionalLong.empty(),
                WireTime.read("soon", WireTime.CODE_LISTED),
                listed.ends(),
                List.of(),
                Optional.empty(),
                Map.of());
        assertThatThrownBy(odd::edit).isInstanceOf(IllegalStateException.class).hasMessageContaining("soon");
    }

    private static AcceleventsClient client(ScriptedTransport wire, AcceleventsDialect dialect) {
        return AcceleventsClient.builder(Secret.of("k"))
                .transport(wire)
                .time(ManualTime.create())
                .rateBudget(RateBudget.unlimited())
                .dialect(dialect)
                .build();
    }
}
