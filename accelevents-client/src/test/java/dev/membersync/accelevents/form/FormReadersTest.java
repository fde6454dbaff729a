package dev.membersync.accelevents.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.model.FieldType;
import org.junit.jupiter.api.Test;

class FormReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void optionsStandInATextWithTheVendorsSpelling() {
        var form = FormReaders.ofOrder(new OrderId(5), json("""
                {'discountCoupon':false,'ticketAttribute':{'buyerInformationFields':[],'hasHolderAttributes':false,'remainingSeconds':598,
                'attendees':[{'attributes':[{'name':'First Name','type':'text','mandatory':true}],'questions':[{'name':'Status','type':'Dropdown',
                'defaultValue':'{\\"dafultvalues\\":{\\"dafultvalue\\":[{\\"label\\":\\"Active\\",\\"value\\":\\"a\\",\\"key\\":\\"k1\\"}]}}'}]}]}}"""));
        var status = form.holders().get(0).questions().get(0);
        assertThat(status.type()).isEqualTo(FieldType.DROPDOWN);
        assertThat(status.choices()).containsExactly(new Choice("Active", "a", "k1"));
        assertThat(form.holders().get(0).attributes().get(0).mandatory()).isTrue();
        assertThat(form.describesHolders()).isFalse();
        assertThat(form.remainingSeconds()).hasValue(598);
    }

    @Test
    void nestedQuestionsNameTheirParentAndTheOptionThatRevealsThem() {
        var form = FormReaders.ofOrder(
                new OrderId(5),
                json(
                        "{'ticketAttribute':{'attendees':[{'nestedQuestions':["
                                + "{'id':3,'name':'Dinner?','type':'TEXT','parentQueId':null,'selectedAnsId':null},"
                                + "{'id':4,'name':'Dish','type':'TEXT','mandatory':true,'parentQueId':3,'selectedAnsId':7}]}]}}"));
        assertThat(form.holders().get(0).nested())
                .extracting(question -> question.id() + " of " + question.parentId() + " by " + question.revealedBy())
                .containsExactly("3 of 0 by ", "4 of 3 by 7");
    }

    @Test
    void aDefaultTextIsNoListOfOptions() {
        var form = FormReaders.ofOrder(
                new OrderId(5),
                json("{'ticketAttribute':{'buyerQuestions':[{'name':'Hint','type':'TEXT','defaultValue':'{curly'}]}}"));
        assertThat(form.buyerQuestions().get(0).choices()).isEmpty();
    }
}
