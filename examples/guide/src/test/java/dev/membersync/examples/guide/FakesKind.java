package dev.membersync.examples.guide;

import java.util.List;
import java.util.Map;

/**
 * What a page takes for granted: {@code <!-- fakes: standard 24 -->} starts both services with so many members and writes a
 * configuration for them, as the first steps of docs/first-sync.md do.
 */
final class FakesKind implements Kind {
    private static final String HOOKS = "live: {port: 8080, hooks: {secret: \"${HOOK_SECRET}\"}}\n";

    @Override
    public void check(Block block, Walk walk) {
        String[] words = block.note("fakes").orElse("").split(" ");
        walk.beginAnew();
        walk.servers()
                .start(
                        List.of(
                                "fakes",
                                "--profile",
                                words[0],
                                "--members",
                                words[1],
                                "--memberships-port",
                                "18081",
                                "--accelevents-port",
                                "18082"),
                        Map.of());
        walk.environment()
                .putAll(Map.of(
                        "MEMBERSHIPS_API_KEY",
                        "memberships-test-key",
                        "ACCELEVENTS_API_KEY",
                        "accelevents-test-key",
                        "HOOK_SECRET",
                        Showcase.SECRET));
        walk.write("membersync.yaml", Showcase.file(words[0], HOOKS));
    }
}
