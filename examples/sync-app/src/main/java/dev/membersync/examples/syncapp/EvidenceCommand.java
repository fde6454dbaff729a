package dev.membersync.examples.syncapp;

import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Calls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class EvidenceCommand implements Command {
    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public String summary() {
        return "check the files that --evidence left, and list the gates that were passed";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.CONFIG, Option.EVIDENCE);
    }

    @Override
    public Outcome run(Args args, Console console, Surroundings surroundings) {
        String path = args.text(Option.EVIDENCE)
                .orElseThrow(() -> AppException.usage("evidence needs " + Option.EVIDENCE.form()));
        return Session.run(args, console, surroundings, tenant -> check(EvidenceFolder.of(path, tenant), console));
    }

    private static Outcome check(EvidenceFolder folder, Console console) {
        List<EvidenceFile> files = folder.files();
        Optional<String> broken =
                files.isEmpty() ? Optional.of("there is no evidence in this folder") : folder.broken();
        List<Map<String, Object>> gates = broken.isPresent()
                ? List.of()
                : files.stream().map(EvidenceCommand::gate).toList();
        gates.forEach(gate -> console.line("  " + gate.get("when") + "  " + gate.get("file") + "  " + gate.get("gate")
                + (Boolean.TRUE.equals(gate.get("passed")) ? " passed" : " NOT passed: " + gate.get("objection"))));
        broken.ifPresentOrElse(
                why -> console.line("  BROKEN: " + why),
                () -> console.figure(files.size(), "{file|files}, none edited, none missing"));
        return new Outcome(
                broken.isPresent() ? Exit.OPEN : Exit.DONE,
                Counts.NONE,
                Calls.NONE,
                Facts.map("files", files.size(), "broken", broken.orElse(""), "gates", gates));
    }

    private static Map<String, Object> gate(EvidenceFile file) {
        return Facts.map(
                "file", file.name(),
                "gate", file.said("gate"),
                "passed", file.said("passed").equals("true"),
                "objection", file.facts().getOrDefault("objection", ""),
                "when", file.said("when"),
                "configuration", file.said("configuration"));
    }
}
