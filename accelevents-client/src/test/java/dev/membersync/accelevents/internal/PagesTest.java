package dev.membersync.accelevents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Cursor;
import dev.membersync.client.Page;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static Page<Long> page(String body, boolean filtered, Cursor cursor) {
        return Pages.page(
                body.replace('\'', '"').getBytes(UTF_8),
                filtered,
                cursor,
                row -> row.number("id").orElse(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attendees':[{'id':1}]}",
                "{'orders':[{'id':1}]}",
                "{'data':[{'id':1}]}",
                "{'content':[{'id':1}]}",
                "{'items':[{'id':1}]}",
                "{'results':[{'id':1}]}",
                "{'response':{'data':[{'id':1}]}}",
                "{'response':{'orders':[{'id':1}]}}",
                "[{'id':1}]"
            })
    void rowsAreFoundInEveryKnownEnvelope(String body) {
        assertThat(page(body, false, Cursor.FIRST).items()).containsExactly(1L);
    }

    @Test
    void theWholeListCountsAllRowsAndASearchTheFilteredOnes() {
        var body = "{'orders':[{'id':1}],'recordsTotal':9,'recordsFiltered':1}";
        assertThat(page(body, false, Cursor.FIRST).total()).hasValue(9);
        assertThat(page(body, true, Cursor.FIRST).total()).hasValue(1);
    }

    @Test
    void theNextPageFollowsUntilTheTotalIsReached() {
        var body = "{'orders':[{'id':1},{'id':2}],'recordsTotal':4}";
        assertThat(page(body, false, Cursor.FIRST).next()).contains("1");
        assertThat(page(body, false, new Cursor(1, Optional.of("1"), 2)).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'last':true", "'hasNext':false", "'totalPages':1"})
    void withoutATotalTheServersWordEndsTheList(String sign) {
        assertThat(page("{'content':[{'id':1}]," + sign + "}", false, Cursor.FIRST)
                        .next())
                .isEmpty();
    }

    @Test
    void withoutAnySignTheListGoesOnToAnEmptyPage() {
        assertThat(page("[{'id':1}]", false, Cursor.FIRST).next()).contains("1");
        assertThat(page("[]", false, new Cursor(1, Optional.of("1"), 1)).next()).isEmpty();
    }
}
