package dev.membersync.accelevents.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.id.OrderId;
import org.junit.jupiter.api.Test;

class FormReadersTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
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
}
