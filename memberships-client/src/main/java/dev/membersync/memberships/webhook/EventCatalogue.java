package dev.membersync.memberships.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The vendor's list of events as data (DOC, memberships-api.md 6.2). */
final class EventCatalogue {
    private static final String[][] ROWS = {
        {"USER", "UserCreate UserUpdate UserDelete"},
        {"CONTACT", "ContactCreate ContactUpdate ContactDelete ContactTagUpdate ContactDndUpdate"},
        {"ORDER", "OrderCreate OrderStatusUpdate"},
        {"INVOICE", "InvoiceCreate InvoiceUpdate InvoiceSent InvoicePaid InvoicePartiallyPaid InvoiceVoid InvoiceDelete"
        },
        {"PRODUCT", "ProductCreate ProductUpdate ProductDelete"},
        {"PRICE", "PriceCreate PriceUpdate PriceDelete"},
        {"LOCATION", "LocationCreate LocationUpdate"},
        {"NOTE", "NoteCreate NoteUpdate NoteDelete"},
        {"TASK", "TaskCreate TaskComplete TaskDelete"},
        {"APP", "INSTALL UNINSTALL PLAN_CHANGE"},
        {
            "OTHER",
            "AppUpdate AppointmentCreate AppointmentUpdate AppointmentDelete AssociationCreate AssociationUpdate"
                    + " AssociationDelete CampaignStatusUpdate ConversationUnreadWebhook ExternalAuthConnected"
                    + " InboundMessage OutboundMessage ProviderOutboundMessage LCEmailStats ObjectSchemaCreate"
                    + " ObjectSchemaUpdate OpportunityCreate OpportunityUpdate OpportunityDelete"
                    + " OpportunityAssignedToUpdate OpportunityMonetaryValueUpdate OpportunityStageUpdate"
                    + " OpportunityStatusUpdate RecordCreate RecordUpdate RecordDelete RelationCreate RelationDelete"
                    + " SaaSPlanCreate VoiceAiCallEnd"
        }
    };

    static final Map<EventType, EventKind> KINDS = new LinkedHashMap<>();
    static final List<EventType> DOCUMENTED;
    static final Map<String, EventType> SPELLINGS = new HashMap<>();

    static {
        for (String[] row : ROWS) {
            for (String word : row[1].split(" ")) {
                KINDS.put(new EventType(word), EventKind.valueOf(row[0]));
            }
        }
        DOCUMENTED = List.copyOf(new ArrayList<>(KINDS.keySet()));
        for (EventType type : DOCUMENTED) {
            SPELLINGS.put(key(type.value()), type);
            if (type.value().endsWith("e")) {
                // A help article (155000007884) says user.created where the pages say UserCreate (DOC).
                SPELLINGS.put(key(type.value()) + "d", type);
            }
        }
        SPELLINGS.put("appinstall", new EventType("INSTALL"));
        SPELLINGS.put("appuninstall", new EventType("UNINSTALL"));
        KINDS.put(new EventType("InvoiceCreateOrUpdate"), EventKind.INVOICE);
        KINDS.put(new EventType("ProductChange"), EventKind.PRODUCT);
        KINDS.put(new EventType("PriceChange"), EventKind.PRICE);
    }

    private EventCatalogue() {}

    /** Case, dots, blanks and underscores do not tell types apart. */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[._ -]", "");
    }
}
