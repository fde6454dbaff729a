package dev.membersync.accelevents.holder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.model.Answer;
import dev.membersync.accelevents.model.FieldType;
import org.junit.jupiter.api.Test;

class SheetReaderTest {
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void aHolderSheetKeepsNullsNumbersAndNestedQuestions() {
        var sheet = SheetReader.sheet(json("""
                {'seatNumber':'A-1','attributes':[{'key':'Company','value':null},{'name':'Home','type':'BILLING_ADDRESS','value':'1|2'}],
                'questions':[{'key':'Age','value':7}],'nestedQuestions':[{'id':1,'parentQueId':null,'value':'x'}]}"""));
        assertThat(sheet.eventTicketId()).isEmpty();
        assertThat(sheet.attributes()).containsExactly(new Answer("Company", null), new Answer("Home", "1|2"));
        assertThat(sheet.questions().get(0).text()).isEqualTo("7");
        assertThat(sheet.nestedQuestions().get(0)).containsKey("parentQueId").containsEntry("value", "x");
        assertThat(sheet.types()).containsEntry("Home", FieldType.BILLING_ADDRESS);
    }
}
