package dev.membersync.eventops.config;

import dev.membersync.eventops.privacy.ErasurePolicy;
import dev.membersync.eventops.privacy.ErasurePolicy.ContactEnd;
import dev.membersync.eventops.privacy.ErasurePolicy.Keep;
import dev.membersync.eventops.privacy.Retention;
import dev.membersync.sync.config.AddedTemplate;
import dev.membersync.sync.config.WorkflowKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Map;

/** Reads the keys of {@code erasure-request}. */
final class ErasureReader {
    static final AddedTemplate<ErasureConfig> TEMPLATE =
            new AddedTemplate<>(ErasureConfig.ID, ErasureConfig.class, ErasureReader::read);

    private static final int MOST_HOURS = 600;
    private static final Map<String, Keep> KEEP =
            Map.of("nothing", Keep.NOTHING, "payments", Keep.PAYMENTS, "everything", Keep.EVERYTHING);
    private static final Map<String, ContactEnd> CONTACT =
            Map.of("delete", ContactEnd.DELETE, "anonymise", ContactEnd.ANONYMISE);
    private static final Map<String, Boolean> TICKETS = Map.of("revoke", true, "keep", false);

    private ErasureReader() {}

    private static ErasureConfig read(WorkflowKeys keys) {
        ErasurePolicy policy = new ErasurePolicy(
                Duration.ofHours(keys.whole("graceHours", 0, MOST_HOURS, 24)),
                keys.word("keep", KEEP, Keep.NOTHING),
                keys.word("contact", CONTACT, ContactEnd.DELETE),
                keys.word("tickets", TICKETS, true),
                keys.text("owner", "the operator of membersync"),
                domain(keys));
        return new ErasureConfig(
                keys.id(), keys.event(), keys.occurrence(), policy, receipts(keys), Period.ofMonths((int)
                        keys.whole("keepMonths", 0, 240, Retention.STANDARD.getMonths())));
    }

    /** Mail to an address that is in use would reach a stranger. */
    private static String domain(WorkflowKeys keys) {
        String domain = keys.text("placeholderDomain", "example.invalid");
        if (!domain.matches("([a-z0-9-]+\\.)*[a-z0-9-]+")) {
            keys.mistake(
                    "placeholderDomain", "this is no domain in lower case; take one of yours where no mail arrives");
            return "example.invalid";
        }
        return domain;
    }

    private static Path receipts(WorkflowKeys keys) {
        try {
            return Path.of(keys.text("receipts", "erasures"));
        } catch (InvalidPathException e) {
            keys.mistake("receipts", "this is no path of a folder");
            return Path.of("erasures");
        }
    }
}
