package dev.membersync.memberships.webhook;

import dev.membersync.memberships.invoice.InvoiceStatus;
import dev.membersync.memberships.payment.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verified webhook, typed. The records name what people need most (DOC, memberships-api.md 6.2); everything that was sent
 * is in {@link Envelope#data}. Deliveries are repeated and unordered, and fields may be missing, so an event is a reason to
 * look at a record and no state to copy. Amounts are in the unit that the vendor wrote. Printing an event shows no person's
 * data.
 */
public sealed interface WebhookEvent {
    /** What all events have in common. */
    Envelope envelope();

    /** The vendor's id of the record that the event is about; the app's for events of the app. */
    Optional<String> id();

    /** What happened. */
    default EventType type() {
        return envelope().type();
    }

    /** A person in the location's contact list; of these, members are some. */
    record Contact(
            Envelope envelope,
            Optional<String> id,
            Optional<String> email,
            Optional<String> name,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> phone,
            List<String> tags,
            Map<String, @Nullable Object> customFields,
            Optional<Instant> dateAdded)
            implements WebhookEvent {
        /** Copies the collections; custom fields are by their id. */
        public Contact {
            tags = List.copyOf(tags);
            customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
        }

        @Override
        public String toString() {
            return label(this);
        }
    }

    /**
     * A user: staff on HighLevel, a member in the STANDARD contract, whose fields {@code userId fullName status planId} are
     * read too (INFER: no event of that contract is published).
     */
    record User(
            Envelope envelope,
            Optional<String> id,
            Optional<String> email,
            Optional<String> fullName,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> phone,
            Optional<String> status,
            Optional<String> planId)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** An order; its status was {@code pending} or {@code completed} in the examples (DOC). */
    record Order(
            Envelope envelope,
            Optional<String> id,
            Optional<String> contactId,
            Optional<OrderStatus> status,
            Optional<String> fulfillmentStatus,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            Optional<Boolean> liveMode,
            Optional<Instant> createdAt,
            Optional<Instant> updatedAt)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** An invoice; its body has no {@code type}, so most types are inferred from the status (INFER). */
    record Invoice(
            Envelope envelope,
            Optional<String> id,
            Optional<String> invoiceNumber,
            Optional<String> contactId,
            Optional<InvoiceStatus> status,
            Optional<BigDecimal> total,
            Optional<BigDecimal> amountPaid,
            Optional<BigDecimal> amountDue,
            Optional<String> currency,
            Optional<Boolean> liveMode,
            Optional<Instant> createdAt,
            Optional<Instant> updatedAt)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** A product. */
    record Product(Envelope envelope, Optional<String> id, Optional<String> name, Optional<Instant> updatedAt)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** A price of a product. */
    record Price(
            Envelope envelope,
            Optional<String> id,
            Optional<String> productId,
            Optional<String> name,
            Optional<BigDecimal> amount,
            Optional<String> currency,
            Optional<Instant> updatedAt)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** The app was installed or removed, or its own plan changed; that plan has nothing to do with memberships. */
    record App(
            Envelope envelope,
            Optional<String> id,
            Optional<String> userId,
            Optional<String> planId,
            Optional<String> newPlanId,
            Optional<String> companyName)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** A location of an agency; its id is also the envelope's location. */
    record Location(Envelope envelope, Optional<String> id, Optional<String> name, Optional<String> email)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** A note on a contact. */
    record Note(
            Envelope envelope,
            Optional<String> id,
            Optional<String> contactId,
            Optional<String> body,
            Optional<Instant> dateAdded)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** A task on a contact. */
    record Task(
            Envelope envelope,
            Optional<String> id,
            Optional<String> contactId,
            Optional<String> assignedTo,
            Optional<String> title,
            Optional<String> body,
            Optional<Instant> dueDate,
            Optional<Instant> dateAdded)
            implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    /** Any other event, documented or not. */
    record Other(Envelope envelope, Optional<String> id) implements WebhookEvent {
        @Override
        public String toString() {
            return label(this);
        }
    }

    private static String label(WebhookEvent event) {
        return event.type() + "[id=" + event.id().orElse("none") + ", locationId="
                + event.envelope().locationId().orElse("none") + "]";
    }
}
