package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgsTest {
    private static final Set<Option> KNOWN = Set.of(Option.CONFIG, Option.CANARY, Option.DEEP);

    @Test
    void aValueFollowsOrIsAttached() {
        assertThat(parse("--config", "a.yaml").text(Option.CONFIG)).contains("a.yaml");
        assertThat(parse("--config=a.yaml").text(Option.CONFIG)).contains("a.yaml");
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(parse().whole(Option.CANARY, 1, 10, 7)).isEqualTo(7);
        assertThat(parse().has(Option.DEEP)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--confg a|unknown option --confg; the nearest is \"--config\"",
                "--config|--config needs a value: --config FILE",
                "--config --deep|--config needs a value",
                "--deep=yes|--deep takes no value",
                "--deep --deep|--deep was given twice",
                "extra|sync takes no argument \"extra\"",
                "--canary 0|--canary takes a whole number from 1 to 9",
                "--canary many|--canary takes a whole number",
            })
    void aMistakeIsToldWithItsRemedy(String line, String message) {
        assertThatThrownBy(() -> parse(line.split(" ")).whole(Option.CANARY, 1, 9, 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(message);
    }

    private static Args parse(String... words) {
        return Args.parse("sync", KNOWN, List.of(words));
    }
}
