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
                "{'response':{'attendees':[{'id':1}]}}",
                "{'response':{'content':[{'id':1}],'last':true}}",
                "{'response':{'items':[{'id':'1'}]}}",
                "{'response':{'results':[{'id':1}]}}",
                "{'data':{'orders':[{'id':1}]}}",
                "{'data':{'data':[{'id':1}]}}",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'response':{'recordsTotal':'9','data':[{'id':1}]}}",
                "{'data':{'orders':[{'id':1}],'total':9}}",
                "{'RecordsTotal':9,'orders':[{'id':1}]}",
                "{'totalElements':9,'content':[{'id':1}]}",
                "{'totalCount':'9','items':[{'id':1}]}"
            })
    void theTotalIsFoundWhereverItStands(String body) {
        assertThat(page(body, false, Cursor.FIRST).total()).hasValue(9);
    }

    @Test
    void theTotalOfTheWholeListIsNoneOfASearch() {
        var body = "{'orders':[{'id':1}],'recordsTotal':9}";
        assertThat(page(body, true, Cursor.FIRST).total()).isEmpty();
        assertThat(page("{'content':[{'id':1}],'totalElements':4}", true, Cursor.FIRST)
                        .total())
                .hasValue(4);
    }

    @Test
    void aListWithoutPagesIsReadFromTheSameEnvelopes() {
        assertThat(Pages.rows(
                        "{\"data\":[{\"id\":\"1\"}]}".getBytes(UTF_8),
                        row -> row.number("id").orElse(0)))
                .containsExactly(1L);
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
