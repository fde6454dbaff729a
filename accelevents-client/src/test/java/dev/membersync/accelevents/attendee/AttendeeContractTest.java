package dev.membersync.accelevents.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.id.AttendeeId;
import dev.membersync.accelevents.id.Barcode;
import dev.membersync.accelevents.id.EventTicketId;
import dev.membersync.accelevents.id.OccurrenceId;
import dev.membersync.accelevents.model.Person;
import dev.membersync.accelevents.ticket.TicketStatus;
import java.util.List;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class AttendeeContractTest extends ContractTest {
    static final Barcode BARCODE = new Barcode("a/b c");
    private static final String STAFF = "/rest/events/spring%20summit/staff";
    private static final String ADA =
            "{'attendeeId':'x7','barcode':'b','firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','status':'CONFIRMED','ticketStatus':'Checked In','ticketType':'VIP','badge':{'n':1}}";

    public static List<Contract> rows() {
        return List.of(
                Contract.ofEvent("attendees.list", event -> event.attendees().list())
                        .sends("GET " + STAFF + "/allAttendees?dataType=TICKET&page=0&size=100")
                        .answers(200, "{'attendees':[" + ADA + "],'recordsTotal':1,'recordsFiltered':1}")
                        .gives(Attendee.class, AttendeeContractTest::isAda),
                Contract.ofEvent(
                                "attendees.list",
                                event -> event.occurrence(new OccurrenceId(77))
                                        .attendees()
                                        .list(AttendeeQuery.ALL
                                                .withSearch("ada")
                                                .withPageSize(10)))
                        .sends("GET " + STAFF
                                + "/allAttendees?recurringEventId=77&dataType=TICKET&searchString=ada&page=0&size=10")
                        .answers(200, "{'data':[" + ADA + "],'recordsTotal':40,'recordsFiltered':1}")
                        .gives(Attendee.class, AttendeeContractTest::isAda),
                admit(
                        "{'status':'Success','ticketId':166,'ticketHolderName':'Ada Lovelace','ticketingType':'VIP','seatNumber':'A-1','paid':true,"
                                + "'responseMessage':'ok','table':false,'bundleTypeTable':false}"),
                admit(
                        "{'data':{'ticketId':'166','ticketHolderName':'Ada Lovelace','table':false,'status':'','bundleTypeTable':false,'responseMessage':''}}"),
                Contract.ofEvent("checkIn.set", event -> event.checkIn().undo(BARCODE))
                        .sends("GET " + STAFF + "/checkin/barcode/a%2Fb%20c/checkin/false")
                        .answers(200, "{'ticketId':'166','responseMessage':'undone'}")
                        .gives(
                                CheckInOutcome.Done.class,
                                done -> assertThat(done.isIn()).isFalse()),
                Contract.ofEvent("attendees.profile", event -> event.attendees().profile(new AttendeeId("a/7")))
                        .sends("GET /rest/event/spring%20summit/attendee/a%2F7")
                        .answers(
                                200,
                                "{'firstName':'Ada','lastName':'Lovelace','email':'ada@example.org','company':'Engines','acceptMeetingRequests':'MY_CONNECTION','deleted':false}")
                        .gives(AttendeeProfile.class, profile -> {
                            assertThat(profile.person().email()).isEqualTo("ada@example.org");
                            assertThat(profile.company()).isEqualTo("Engines");
                            assertThat(profile.acceptMeetingRequests()).isEqualTo("MY_CONNECTION");
                            assertThat(profile.extra()).containsOnlyKeys("deleted");
                            assertThat(profile).asString().doesNotContain("Ada", "Engines");
                        }));
    }

    static Contract admit(String reply) {
        return Contract.ofEvent("checkIn.set", event -> event.checkIn().admit(BARCODE))
                .sends("GET " + STAFF + "/checkin/barcode/a%2Fb%20c/checkin/true")
                .answers(200, reply)
                .gives(CheckInOutcome.Done.class, done -> {
                    assertThat(done.isIn()).isTrue();
                    assertThat(done.eventTicketId()).contains(new EventTicketId("166"));
                    assertThat(done.holderName()).isEqualTo("Ada Lovelace");
                    assertThat(done.extra()).containsKeys("table", "status", "bundleTypeTable", "responseMessage");
                    assertThat(done).asString().doesNotContain("Ada");
                });
    }

    private static void isAda(Attendee row) {
        assertThat(row.attendeeId()).contains(new AttendeeId("x7"));
        assertThat(row.barcode()).contains(new Barcode("b"));
        assertThat(row.holder()).isEqualTo(new Person("Ada", "Lovelace", "ada@example.org"));
        assertThat(row.status()).isEqualTo("CONFIRMED");
        assertThat(row.ticketStatus()).isEqualTo(TicketStatus.CHECKED_IN);
        assertThat(row.ticketType()).isEqualTo("VIP");
        assertThat(row.orderId()).isEmpty();
        assertThat(row.extra()).containsOnlyKeys("badge");
        assertThat(row).asString().doesNotContain("Ada", "ada");
    }
}
