package dev.membersync.eventops.pricing;

import dev.membersync.eventops.pricing.PricingDocuments.Document;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The documents of one event, typed. */
final class Journal {
    private static final String SAGA = "saga";
    private static final String WAITING = "waiting";
    private static final String INCIDENT = "incident";
    private static final String AUDIT = "audit";

    private final PricingDocuments documents;
    private final String event;
    private final InstantSource time;

    Journal(PricingDocuments documents, String event, InstantSource time) {
        this.documents = documents;
        this.event = event;
        this.time = time;
    }

    Instant now() {
        return time.instant();
    }

    Memory memory() {
        return Memory.of(documents, event);
    }

    Memory save(Memory memory) {
        put(
                new Document(
                        Memory.KIND,
                        event,
                        Memory.ONE,
                        memory.version(),
                        memory.terms().text()),
                "the memory of " + event);
        return memory.saved();
    }

    Saga save(Saga saga) {
        put(new Document(SAGA, event, saga.id(), saga.version(), saga.stored().text()), "a change of " + event);
        return saga.saved();
    }

    List<Saga> sagas() {
        return documents.all(SAGA, event).stream().map(Saga::read).toList();
    }

    /** Ends a saga, and its incident with it. */
    void end(Saga saga, String how) {
        for (Change change : saga.changes()) {
            audit(change.stored().with("saga", saga.id()).with("end", how));
        }
        documents.remove(INCIDENT, event, saga.id());
        documents.remove(SAGA, event, saga.id());
    }

    void raise(Saga saga, String kind, String message, String nextStep) {
        Optional<Document> known = documents.find(INCIDENT, event, saga.id());
        Instant opened = known.flatMap(document -> Terms.read(document.body()).instant("at"))
                .orElse(now());
        Terms terms = Terms.of("kind", kind)
                .with("message", message)
                .with("next", nextStep)
                .with("at", opened);
        long version = known.map(Document::version).orElse(0L);
        put(new Document(INCIDENT, event, saga.id(), version, terms.text()), "an incident of " + event);
    }

    List<PricingIncident> incidents() {
        return documents.all(INCIDENT, event).stream()
                .map(document -> {
                    Terms terms = Terms.read(document.body());
                    return new PricingIncident(
                            document.id(),
                            terms.text("kind").orElse(""),
                            terms.text("message").orElse(""),
                            terms.text("next").orElse(""),
                            terms.instant("at").orElse(Instant.EPOCH));
                })
                .toList();
    }

    Optional<PricingPlan> waiting() {
        return documents
                .find(WAITING, event, Memory.ONE)
                .map(document -> PricingPlan.read(Terms.read(document.body())));
    }

    void wait(PricingPlan plan) {
        long version = documents
                .find(WAITING, event, Memory.ONE)
                .map(Document::version)
                .orElse(0L);
        put(
                new Document(WAITING, event, Memory.ONE, version, plan.stored().text()),
                "the plan that waits for " + event);
    }

    void withdraw() {
        documents.remove(WAITING, event, Memory.ONE);
    }

    /** Rows are never changed; their ids sort by time. */
    void audit(Terms row) {
        Terms full = row.with("at", now());
        int number = 0;
        while (!documents.put(
                new Document(AUDIT, event, "%015d-%04d".formatted(now().toEpochMilli(), number), 0, full.text()))) {
            number++;
        }
    }

    List<Terms> audit() {
        return documents.all(AUDIT, event).stream()
                .map(document -> Terms.read(document.body()))
                .toList();
    }

    private void put(Document document, String what) {
        if (!documents.put(document)) {
            throw new PricingConflictException(what);
        }
    }
}
