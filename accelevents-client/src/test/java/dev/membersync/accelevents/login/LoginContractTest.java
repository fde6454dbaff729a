package dev.membersync.accelevents.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.accelevents.Contract;
import dev.membersync.accelevents.ContractTest;
import dev.membersync.accelevents.holder.HolderSheet;
import dev.membersync.accelevents.id.OrderId;
import dev.membersync.accelevents.id.PlatformUserId;
import dev.membersync.accelevents.model.Answer;
import dev.membersync.client.auth.Secret;
import java.util.List;
import java.util.Map;

@SuppressWarnings("missing-explicit-ctor") // made by JUnit alone
public class LoginContractTest extends ContractTest {
    private static final Secret TOKEN = Secret.of("sesame/1");
    private static final String SESSION =
            "{'access_token':'canary','expires_in':'2026/03/05 09:00:00','redirectUrl':'/portal?userKey=canary','showExhibitorMenu':false,"
                    + "'userId':3,'userRole':'ROLE_USER','whiteLabelURL':'acme','refresh_token':'canary'}";

    public static List<Contract> rows() {
        return List.of(
                login(Contract.of("logins.password", client -> client.logins().password("ada@example.org", TOKEN))
                        .sends(
                                "POST /rest/u/login",
                                "{'username':'ada@example.org','password':'sesame/1','rememberme':false}")),
                login(Contract.of("logins.token", client -> client.logins().token(TOKEN))
                        .sends("POST /rest/u/login/token/sesame%2F1")),
                login(Contract.of("logins.userKey", client -> client.logins().userKey(TOKEN))
                        .sends("POST /rest/u/loginUserByUserKey/sesame%2F1")),
                login(Contract.of(
                                "logins.portal",
                                client -> client.logins().portal("spring summit", Map.of("password", TOKEN)))
                        .sends("POST /rest/u/loginSignUp/spring%20summit", "{'password':'sesame/1'}")),
                login(Contract.of("logins.signUp", client -> client.logins().signUp(Map.of("password", TOKEN)))
                        .sends("POST /rest/u/signup/admin", "{'password':'sesame/1'}")),
                Contract.of("myTickets.order", client -> client.myTickets().order(new OrderId(122111)))
                        .sends("GET /rest/u/myticket/order/122111")
                        .answers(
                                200,
                                "{'ticketOrderNumber':122111,'eventName':'Spring','eventUrl':'spring','eventStartDate':'2026/03/04 09:00','ticketOrderAmount':10.50,'currency':'USD','holderAttribute':[]}")
                        .gives(MyOrder.class, order -> {
                            assertThat(order.orderId()).isEqualTo(new OrderId(122111));
                            assertThat(order.amount()).hasToString("Optional[10.50]");
                            assertThat(order.starts().local()).isPresent();
                            assertThat(order.extra()).containsKey("holderAttribute");
                        }),
                Contract.of("myTickets.buyer", client -> client.myTickets().buyer(new OrderId(122111)))
                        .sends("GET /rest/u/myticket/purchaserData/order/122111")
                        .answers(
                                200,
                                "{'attributes':[{'name':'First Name','value':'Ada'}],'questions':[],'eventKey':'k'}")
                        .gives(
                                HolderSheet.class,
                                sheet -> assertThat(sheet.answer("first name"))
                                        .contains(new Answer("First Name", "Ada"))));
    }

    private static Contract login(Contract row) {
        return row.answers(200, SESSION).gives(LoginSession.class, session -> {
            assertThat(session.accessToken().reveal()).isEqualTo("canary");
            assertThat(session.expires()).isEqualTo("2026/03/05 09:00:00");
            assertThat(session.userRole()).isEqualTo("ROLE_USER");
            assertThat(session.userId()).contains(new PlatformUserId(3));
            assertThat(session.whiteLabelUrl()).isEqualTo("acme");
            assertThat(session.extra()).containsOnlyKeys("showExhibitorMenu");
            assertThat(session).asString().doesNotContain("canary");
        });
    }
}
