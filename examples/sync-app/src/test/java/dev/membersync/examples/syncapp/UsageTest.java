package dev.membersync.examples.syncapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void helpNamesEveryCommand() {
        Terminal help = Terminal.run(Map.of(), "help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("demo", "fakes", "doctor", "plan", "sync", "verify", "review", "exit status");
    }

    @Test
    void helpShowsOneCommandAlone() {
        Terminal help = Terminal.run(Map.of(), "help", "live");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("live ", "--evidence DIR").doesNotContain("--canary");
        assertThat(Terminal.run(Map.of(), "live", "--help").out()).isEqualTo(help.out());
        assertThat(Terminal.run(Map.of(), "live", "--config", "m.yaml", "-h").out())
                .isEqualTo(help.out());
        assertThat(Terminal.run(Map.of(), "help", "lve").err()).contains("the nearest is \"live\"");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(Terminal.run(Map.of()).status()).isEqualTo(2);
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearest() {
        Terminal wrong = Terminal.run(Map.of(), "pln");

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no command \"pln\"; did you mean \"plan\"?", "sync-app help");
    }

    @Test
    void aFailureIsOneObjectToo() {
        Terminal wrong = Terminal.run(Map.of(), "plan", "--json", "--config", "/nowhere/m.yaml");

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.json()).containsEntry("command", "plan").containsEntry("status", "usage");
        assertThat(wrong.json().get("message")).asString().contains("there is no such file");
    }

    @Test
    void aFailureShowsNoStackTrace() {
        assertThat(Terminal.run(Map.of(), "plan", "--config", "/nowhere/m.yaml").err())
                .doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        assertThat(Terminal.run(Map.of(), "plan", "--debug", "--config", "/nowhere/m.yaml")
                        .err())
                .contains("\tat ");
    }

    @Test
    void fakesTellProgramsWhereTheyAreAndEndWithStandardInput() {
        Terminal fakes = Terminal.run(Map.of(), "fakes", "--members", "3", "--json");

        assertThat(fakes.status()).isZero();
        assertThat(fakes.err()).contains("ready");
        assertThat(fakes.json().get("memberships")).asString().contains("url=http://127.0.0.1:");
    }

    @Test
    void fakesTakeNoRateWithoutSeconds() {
        assertThat(Terminal.run(Map.of(), "fakes", "--rate", "100").err()).contains("such as 100/10");
    }
}
