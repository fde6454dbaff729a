package dev.membersync.accelevents.holder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.client.internal.Json;
import dev.membersync.client.internal.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderSheetTest {
    private final HolderSheet sheet = sheet("""
            {'eventTicketingId':166,'attributes':[{'key':'First Name','value':'Ada'},{'key':'Company','value':null}],
            'questions':[{'key':'Dietary needs','value':'None|Nuts '}],'nestedQuestions':[{'id':7}],'seatNumber':'A-1'}""");

    private static HolderSheet sheet(String json) {
        return HolderSheet.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static String body(HolderSheet sheet, String answerName) {
        return new String(Json.bytes(sheet.body(answerName)), UTF_8).replace('"', '\'');
    }

    @Test
    void aSheetShowsWhatItWasReadWith() {
        assertThat(sheet.eventTicketId()).contains(new EventTicketId("166"));
        assertThat(sheet.answers(Section.ATTRIBUTES))
                .containsExactly(new Answer("First Name", "Ada"), new Answer("Company", null));
        assertThat(sheet.nestedQuestions()).hasSize(1);
        assertThat(sheet.seatNumber()).isEqualTo("A-1");
    }

    @Test
    void oneAnswerChangesWhereItStandsAndAllOthersStay() {
        assertThat(body(sheet.with("first name", "Grace"), "key"))
                .isEqualTo(
                        "{'attributes':[{'key':'First Name','value':'Grace'},{'key':'Company','value':null}],"
                                + "'questions':[{'key':'Dietary needs','value':'None|Nuts '}],'nestedQuestions':[{'id':7}],'seatNumber':'A-1'}");
    }

    @Test
    void anAnswerToAQuestionStaysAQuestion() {
        assertThat(sheet.with("Dietary needs", "Fish").answers(Section.QUESTIONS))
                .containsExactly(new Answer("Dietary needs", "Fish"));
    }

    @Test
    void ofTwoAnswersWithOneLabelTheFirstChangesAndBothStay() {
        var twice = sheet("{'attributes':[],'questions':[{'key':'Diet','value':'a'},{'key':'diet','value':'b'}]}");
        assertThat(twice.with("Diet", "c").answers(Section.QUESTIONS))
                .containsExactly(new Answer("Diet", "c"), new Answer("diet", "b"));
    }

    @Test
    void anUnknownLabelIsRefusedWithTheLabelsThereAre() {
        assertThatThrownBy(() -> sheet.with("Diet", "Fish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Dietary needs")
                .hasMessageNotContaining("Ada");
    }

    @Test
    void aFieldNotAnsweredSoFarIsAddedToTheSectionNamed() {
        assertThat(sheet.with(Section.QUESTIONS, "Member ID", "u1").answers(Section.QUESTIONS))
                .containsExactly(new Answer("Dietary needs", "None|Nuts "), new Answer("Member ID", "u1"));
    }

    @Test
    void aRowOfAFormIsSentAsPairWithWhatTheFormDoesNotSay() {
        var form = sheet(
                "{'attributes':[{'id':5,'name':'Age','type':'NUMBER','value':7.0,'defaultValue':'','mandatory':false,'eventTicketTypeId':3,'by':{'u':1}}]}");
        assertThat(body(form, "key")).isEqualTo("{'attributes':[{'id':5,'key':'Age','value':7.0,'by':{'u':1}}]}");
        assertThat(body(form, "name")).isEqualTo("{'attributes':[{'id':5,'name':'Age','value':7.0,'by':{'u':1}}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attributes':[{'value':'x','type':'TEXT'},'loose',3,null,{'key':7,'value':1}]}",
                "{'attributes':[{'key':'d1','name':'Diet','value':'x'}]}",
                "{'attributes':[{'key':'Diet'}],'questions':null}"
            })
    void aRowWithoutOneLabelOrValueTravelsAsItIs(String json) {
        assertThat(body(sheet(json), "key")).isEqualTo(json);
    }

    @Test
    void anAddressIsWrittenInItsSixPartsAndWhatElseItsRowHadWithTheFirst() {
        var home = sheet(
                "{'attributes':[{'id':9,'name':'Home','type':'BILLING_ADDRESS','value':'1 High St||Leeds||LS1|gb|x'}]}");
        assertThat(body(home, "key"))
                .isEqualTo("{'attributes':[{'id':9,'key':'Home 1','value':'1 High St'},{'key':'Home 2','value':''},"
                        + "{'key':'Home City','value':'Leeds'},{'key':'Home State','value':''},"
                        + "{'key':'Home Zip Code','value':'LS1'},{'key':'Home Country','value':'gb|x'}]}");
    }

    @Test
    void whatNamesTheTicketIsNotSentBack() {
        assertThat(body(sheet("{'eventTicketingId':1,'eventKey':'e','attributes':[],'eventVersion':1e2}"), "key"))
                .isEqualTo("{'attributes':[],'eventVersion':1e2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'questions':[]}", "{'attributes':{}}", "{'attributes':[],'questions':'x'}", "[]"})
    void whatIsNoSheetIsUnreadable(String json) {
        assertThatThrownBy(() -> sheet(json)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aSheetPrintsNoAnswer() {
        assertThat(sheet.toString()).isEqualTo("HolderSheet[166, 3 answers]");
    }
}
