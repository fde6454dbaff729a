package dev.membersync.examples.syncapp;

import dev.membersync.client.error.ApiException;
import dev.membersync.client.time.Time;
import dev.membersync.sync.Counts;
import dev.membersync.sync.config.Tenant;
import dev.membersync.sync.config.TenantConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Leaves a sealed file of what a command came to, where one was asked for. Names and figures, no personal values. */
final class Evidence {
    private final Optional<EvidenceFolder> folder;
    private final Tenant tenant;
    private final Time time;

    private Evidence(Optional<EvidenceFolder> folder, Tenant tenant, Time time) {
        this.folder = folder;
        this.tenant = tenant;
        this.time = time;
    }

    /** @throws AppException when the folder cannot be written, or holds evidence that is broken */
    static Evidence of(Args args, Tenant tenant, Surroundings surroundings) {
        return new Evidence(
                args.text(Option.EVIDENCE)
                        .map(path -> EvidenceFolder.of(path, tenant).writable()),
                tenant,
                surroundings.time());
    }

    /** Does the work of a command and leaves its evidence, also when it fails. */
    Outcome keep(Gate gate, Supplier<Outcome> work) {
        long began = time.nanos();
        Outcome outcome;
        try {
            outcome = work.get();
        } catch (RuntimeException e) {
            failed(gate, e, began);
            throw e;
        }
        if (!outcome.said()) {
            Optional<String> objection = gate.objection(outcome);
            leave(gate, outcome, began, objection, Map.of());
        }
        return outcome;
    }

    /** Leaves the evidence of a gate that a failure ended. */
    void failed(Gate gate, RuntimeException e, long began) {
        Failure failure = e instanceof ApiException refusal
                ? Failure.of(AppException.service(tenant.explain(refusal), refusal))
                : Failure.of(e);
        Outcome outcome =
                new Outcome(failure.exit(), Counts.NONE, tenant.calls(), Facts.map("message", failure.message()));
        leave(gate, outcome, began, Optional.of(failure.message()), Map.of());
    }

    /**
     * Leaves the evidence of a gate.
     *
     * @param began when it began, in the nanoseconds of the time
     * @param objection why it is not passed
     * @param more what else there is to tell
     * @return the name of the file; empty when none was asked for
     */
    Optional<String> leave(
            Gate gate, Outcome outcome, long began, Optional<String> objection, Map<String, Object> more) {
        return folder.map(to -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("gate", gate.word());
            facts.put("passed", objection.isEmpty());
            objection.ifPresent(why -> facts.put("objection", why));
            facts.put("when", time.instant().toString());
            facts.put("version", VersionCommand.version());
            facts.put("configuration", configuration());
            facts.put("account", account(tenant.config()));
            facts.put("exit", outcome.exit().status());
            facts.putAll(outcome.json(
                    gate.command(), Duration.ofNanos(time.nanos() - began).toMillis()));
            facts.putAll(more);
            facts.remove("values");
            return to.add(gate.command(), facts).name();
        });
    }

    /** The files that were left under the configuration of now and with the store of now, the oldest first. */
    List<EvidenceFile> valid() {
        List<EvidenceFile> files = folder.map(EvidenceFolder::files).orElse(List.of());
        return folder.filter(from -> from.isOfThisStore(files)).isEmpty()
                ? List.of()
                : files.stream()
                        .filter(file -> file.said("configuration").equals(configuration()))
                        .toList();
    }

    /** Keyed, because the file may name a buyer. */
    private String configuration() {
        return tenant.seal("configuration", tenant.config().digest().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> account(TenantConfig config) {
        return Facts.map(
                "memberships",
                config.memberships().baseUrl().toString(),
                "location",
                config.memberships().locationId().orElse(""),
                "accelevents",
                config.accelevents().baseUrl().toString(),
                "events",
                config.workflows().stream()
                        .map(workflow -> Facts.map(
                                "workflow", workflow.id(),
                                "event", workflow.event(),
                                "occurrence", workflow.occurrence()))
                        .toList());
    }
}
