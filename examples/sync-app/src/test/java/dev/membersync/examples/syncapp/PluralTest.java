package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {
    @Test
    void theNumberChoosesTheWords() {
        String words = "{question waits|questions wait} for a person: review lists {it|them}";

        assertThat(Plural.of(1, words)).isEqualTo("1 question waits for a person: review lists it");
        assertThat(Plural.of(0, words)).isEqualTo("0 questions wait for a person: review lists them");
        assertThat(Plural.of(2, words)).isEqualTo("2 questions wait for a person: review lists them");
    }

    @Test
    void otherWordsStayAsTheyAre() {
        assertThat(Plural.of(1, "of {a=1} and $0")).isEqualTo("1 of {a=1} and $0");
    }
}
