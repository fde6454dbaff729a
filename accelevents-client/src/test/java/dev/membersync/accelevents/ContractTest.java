package dev.membersync.accelevents;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every row of a table promises; a table is a subclass with a static {@code rows()}, and is named in {@link EveryOperationTest}. */
@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public abstract class ContractTest {
    @ParameterizedTest
    @MethodSource("rows")
    void isSentAndReadAsTheNotesSay(Contract row) {
        row.hold();
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("rows")
    void aDamagedReplyIsReadOrRefusedByName(Contract row) {
        row.survives();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFieldNobodyKnowsIsKeptWhereFieldsAreKept(Contract row) {
        row.keepsUnknownFields();
    }
}
