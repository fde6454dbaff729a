package dev.membersync.accelevents.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.internal.Ids;
import dev.membersync.accelevents.internal.People;
import dev.membersync.accelevents.internal.value.Credentials;
import dev.membersync.accelevents.model.FieldType;
import dev.membersync.client.internal.Fields;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads forms and their answers. */
final class FormReaders {
    private FormReaders() {}

    static FormCatalogue catalogue(byte[] body) {
        return Json.object(body, root -> {
            requireAttributes(root);
            var fields = root.objects("attributes").stream()
                    .map(FormReaders::catalogueField)
                    .toList();
            return new FormCatalogue(fields, root.rest());
        });
    }

    private static CatalogueField catalogueField(Fields row) {
        return new CatalogueField(
                row.number("id"),
                row.text("fieldName", "name").orElse(""),
                new FieldType(row.text("type").orElse("")),
                flag(row, "enabledForTicketHolder") && !flag(row, "isDeletedForHolder"),
                flag(row, "requiredForTicketHolder"),
                flag(row, "enabledForTicketPurchaser") && !flag(row, "isDeletedForBuyer"),
                flag(row, "requiredForTicketPurchaser"),
                row.rest());
    }

    static OrderForm ofOrder(OrderId orderId, byte[] body) {
        return Json.object(body, root -> {
            var form = root.object("ticketAttribute")
                    .orElseThrow(() -> new UnreadableException("the reply has no ticketAttribute"));
            var holders =
                    form.objects("attendees").stream().map(FormReaders::holder).toList();
            var remaining = form.number("remainingSeconds");
            return new OrderForm(
                    orderId,
                    fields(form, "buyerInformationFields"),
                    fields(form, "buyerQuestions"),
                    form.flag("hasHolderAttributes").orElse(true),
                    holders,
                    root.object("purchaserDetail").map(FormReaders::purchaser),
                    remaining.isPresent() ? remaining : root.number("remainingSeconds"),
                    both(root, form));
        });
    }

    private static PurchaserDetail purchaser(Fields row) {
        return new PurchaserDetail(
                People.read(row),
                row.text("phonenumber", "phoneNumber").orElse(""),
                row.text("countryCode").orElse(""),
                Ids.known(row, PlatformUserId::new, "userId"),
                flag(row, "addressRequired"),
                Credentials.removed(row.rest()));
    }

    private static HolderForm holder(Fields row) {
        return new HolderForm(
                fields(row, "attributes"),
                fields(row, "questions"),
                row.objects("nestedQuestions").stream().map(FormReaders::nested).toList(),
                row.rest());
    }

    private static NestedQuestion nested(Fields row) {
        return new NestedQuestion(
                row.number("id").orElse(0),
                field(row),
                row.number("parentQueId").orElse(0),
                row.text("selectedAnsId").orElse(""));
    }

    private static List<FormField> fields(Fields form, String name) {
        return form.objects(name).stream().map(FormReaders::field).toList();
    }

    private static FormField field(Fields row) {
        return new FormField(
                name(row),
                new FieldType(row.text("type").orElse("")),
                flag(row, "mandatory"),
                choices(row),
                row.rest());
    }

    /** The options stand in {@code defaultValue} as JSON within a text, with this spelling (LIVE). */
    private static List<Choice> choices(Fields row) {
        Optional<Fields> options = row.object("defaultValue");
        if (options.isEmpty()) {
            options = row.text("defaultValue")
                    .filter(text -> text.strip().startsWith("{"))
                    .flatMap(text -> Json.tryObject(text.getBytes(UTF_8)));
        }
        return options
                .flatMap(fields -> fields.object("dafultvalues", "defaultvalues"))
                .map(fields -> fields.objects("dafultvalue", "defaultvalue"))
                .orElse(List.of())
                .stream()
                .map(FormReaders::choice)
                .toList();
    }

    private static Choice choice(Fields row) {
        var label = row.text("label");
        var value = row.text("value");
        return new Choice(
                label.or(() -> value).orElse(""),
                value.or(() -> label).orElse(""),
                row.text("key").orElse(""));
    }

    /** Rows read as fields call it name, rows read as pairs call it key. */
    private static String name(Fields row) {
        return row.text("name", "key").orElseThrow(() -> new UnreadableException("a field of the form has no name"));
    }

    private static void requireAttributes(Fields root) {
        if (!root.has("attributes")) {
            throw new UnreadableException("the reply has no attributes");
        }
    }

    private static boolean flag(Fields row, String name) {
        return row.flag(name).orElse(false);
    }

    private static Map<String, Object> both(Fields outer, Fields inner) {
        var all = new LinkedHashMap<>(outer.rest());
        all.putAll(inner.rest());
        return all;
    }
}
