package dev.membersync.accelevents.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.FieldType;
import java.util.List;
import java.util.OptionalLong;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class FormContractTest extends ContractTest {
    private static final String COMPANY =
            "{'id':4,'fieldName':'Company','type':'text','enabledForTicketHolder':true,'requiredForTicketHolder':true,'enabledForTicketPurchaser':true,"
                    + "'requiredForTicketPurchaser':false,'isDeletedForHolder':false,'isDeletedForBuyer':true,'createdFrom':'HOST','holderPosition':1000}";
    private static final String FORM = """
            {'discountCoupon':false,'ticketAttribute':{'buyerInformationFields':[{'name':'Email','type':'EMAIL','value':'','mandatory':true}],
            'buyerQuestions':[{'name':'Hint','type':'TEXT','defaultValue':'{curly'}],'hasHolderAttributes':false,'remainingSeconds':598,
            'attendees':[{'header':'Ticket 1','attributes':[{'name':'First Name','type':'text','mandatory':true}],'questions':[{'name':'Status','type':'Dropdown',
            'defaultValue':'{\\'dafultvalues\\':{\\'dafultvalue\\':[{\\'label\\':\\'Active\\',\\'value\\':\\'a\\',\\'key\\':\\'k1\\'}]}}'}]}]}}""";

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("form.catalogue", event -> event.form().catalogue())
                        .sends("GET /rest/host/ticketing/spring%20summit/settings")
                        .answers(200, "{'eventURL':'spring','attributes':[" + COMPANY + "],'holderAttribute':true}")
                        .gives(FormCatalogue.class, FormContractTest::asksForTheCompany),
                Contract.ofEvent(
                                "form.catalogue",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .form()
                                        .catalogue())
                        .sends("GET /rest/host/ticketing/spring%20summit/settings?recurringEventId=77")
                        .answers(200, "{'attributes':[]}")
                        .gives(
                                FormCatalogue.class,
                                catalogue -> assertThat(catalogue.fields()).isEmpty()),
                Contract.ofEvent("form.ofOrder", event -> event.form().ofOrder(new OrderId(122111)))
                        .sends("GET /rest/events/spring%20summit/staff/ticketing/order/122111/formattributes")
                        .answers(200, FORM)
                        .gives(OrderForm.class, FormContractTest::asksForTheStatus));
    }

    private static void asksForTheCompany(FormCatalogue catalogue) {
        var field = catalogue.field("company").orElseThrow();
        assertThat(field.id()).isEqualTo(OptionalLong.of(4));
        assertThat(field.type()).isEqualTo(FieldType.TEXT);
        assertThat(field.enabledForHolder()).isTrue();
        assertThat(field.requiredForHolder()).isTrue();
        assertThat(field.enabledForBuyer()).isFalse();
        assertThat(field.extra()).containsOnlyKeys("createdFrom", "holderPosition");
        assertThat(catalogue.extra()).containsEntry("holderAttribute", true);
    }

    private static void asksForTheStatus(OrderForm form) {
        var holder = form.holders().get(0);
        assertThat(form.buyerAttributes().get(0).name()).isEqualTo("Email");
        assertThat(form.buyerQuestions().get(0).choices()).isEmpty();
        assertThat(form.describesHolders()).isFalse();
        assertThat(form.remainingSeconds()).hasValue(598);
        assertThat(holder.attributes().get(0).mandatory()).isTrue();
        assertThat(holder.questions().get(0).type()).isEqualTo(FieldType.DROPDOWN);
        assertThat(holder.questions().get(0).choices()).containsExactly(new Choice("Active", "a", "k1"));
        assertThat(holder.extra()).containsEntry("header", "Ticket 1");
        assertThat(form.extra()).containsEntry("discountCoupon", false);
    }
}
