package dev.membersync.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.testkit.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a new record has before anybody says otherwise: a line per kind, in which NOW, LOCATION and COMPANY are filled in. */
final class RecordDefaults {
    private static final String MONEY =
            "\"altId\":\"LOCATION\",\"altType\":\"location\",\"createdAt\":\"NOW\",\"updatedAt\":\"NOW\"";

    private static final Map<RecordKind, String> TABLE = """
            CONTACT {"locationId":"LOCATION","type":"lead","dnd":false,"tags":[],"dateAdded":"NOW","dateUpdated":"NOW"}
            NOTE {"dateAdded":"NOW"}
            TASK {"dateAdded":"NOW"}
            APPOINTMENT {"dateAdded":"NOW"}
            ENROLMENT {}
            CUSTOM_FIELD {"locationId":"LOCATION","model":"contact","dataType":"TEXT","position":0}
            USER {"roles":{"type":"account","role":"user","locationIds":["LOCATION"]},"permissions":{"contactsEnabled":true},"deleted":false}
            LOCATION {"companyId":"COMPANY","name":"Example Society","timezone":"Etc/UTC","settings":{"allowDuplicateContact":false}}
            INSTALL {"isInstalled":true,"address":"1 Example Street"}
            COURSE_IMPORT {}
            ORDER {MONEY,"currency":"USD","amount":0,"status":"pending","paymentStatus":"unpaid","liveMode":true,"source":{"type":"manual","id":"m"},"items":[]}
            FULFILLMENT {MONEY}
            TRANSACTION {MONEY,"currency":"USD","amount":0,"status":"succeeded","liveMode":true,"entitySourceType":"manual","fulfilledAt":"NOW"}
            SUBSCRIPTION {MONEY,"currency":"USD","amount":0,"status":"active","liveMode":true}
            COUPON {MONEY,"usageCount":0,"limitPerCustomer":0,"applyToFuturePayments":true,"applyToFuturePaymentsConfig":{"type":"forever"}}
            INVOICE {MONEY,"status":"draft","liveMode":true,"amountPaid":0,"currency":"USD","total":0,"amountDue":0,"name":"Invoice","invoiceItems":[]}
            PRICE {MONEY,"locationId":"LOCATION","type":"one_time","currency":"USD","amount":0}
            """.replace("MONEY", MONEY)
            .lines()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toMap(row -> RecordKind.valueOf(row[0]), row -> row[1]));

    private RecordDefaults() {}

    static Map<String, Object> of(RecordKind kind, HighLevelState state) {
        String json = TABLE.getOrDefault(kind, "{}")
                .replace("\"NOW\"", quoted(VendorTime.of(state.now())))
                .replace("\"LOCATION\"", quoted(state.locationId()))
                .replace("\"COMPANY\"", quoted(state.companyId()));
        return new LinkedHashMap<>(Json.object(json.getBytes(UTF_8)).values());
    }

    private static String quoted(String text) {
        return new String(Json.bytes(text), UTF_8);
    }
}
