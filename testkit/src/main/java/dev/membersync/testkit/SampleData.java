package dev.membersync.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A realistic data set of invented people, the same for the same seed and size: names of many scripts, shared, missing, tagged and upper-case e-mails, plans, statuses, and an
 * event where some members and some strangers are registered already. E-mail domains are reserved for examples. Immutable.
 */
public final class SampleData {
    /** The event of {@link #loadInto(FakeAccelevents)}. */
    public static final String EVENT = "spring-summit";

    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

    private final List<FakeMember> members;
    private final List<Map<String, String>> registered;

    private SampleData(List<FakeMember> members, List<Map<String, String>> registered) {
        this.members = List.copyOf(members);
        this.registered = List.copyOf(registered);
    }

    /** Makes the data set. */
    public static SampleData of(long seed, int members) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FakeMember> made = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            made.add(member(i, made, random));
        }
        List<Map<String, String>> registered = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            FakeMember member = made.get(i);
            if (i % 12 == 6 && ordinary(i)) {
                registered.add(registration(member.fullName(), member.email(), i));
            }
            if (i % 20 == 3) {
                registered.add(registration(SampleNames.combined(i + 411) + "-Guest", "guest" + i + "@example.net", i));
            }
        }
        return new SampleData(made, registered);
    }

    private static FakeMember member(int i, List<FakeMember> before, SplittableRandom random) {
        boolean gallery = i < SampleNames.GALLERY.size();
        String name = gallery ? SampleNames.GALLERY.get(i) : SampleNames.combined(i);
        FakeMember plain = FakeMember.of(String.format("m%05d", i + 1), address(i, name, random), name)
                .withPlan(plan(random.nextInt(100)))
                .withStatus(status(random.nextInt(100)));
        if (ordinary(i)) {
            return plain;
        }
        return switch (i % 40) {
            case 28 -> plain.withEmail(before.get(i - 1).email());
            case 30 -> plain.withEmail(null);
            case 32 -> plain.withEmail(String.valueOf(plain.email()).toUpperCase(Locale.ROOT));
            case 34 -> plain.withEmail(String.valueOf(plain.email()).replace("@", "+events@"));
            case 36 -> plain.withEmail(i % 200 == 36 ? "x".repeat(70) + "." + plain.email() : plain.email());
            case 38 -> plain.withFullName(i % 200 == 38 ? "Y".repeat(51) + " " + name : name);
            default -> plain;
        };
    }

    /** Whether a member has a common name and an e-mail of his own that is plainly written. */
    private static boolean ordinary(int i) {
        int place = i % 40;
        return i >= SampleNames.GALLERY.size() && (place < 27 || place % 2 == 1) && place != 27;
    }

    private static String address(int i, String name, SplittableRandom random) {
        String letters =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".").replaceAll("^\\.+|\\.+$", "");
        String local = (letters.isEmpty() ? "member" : letters) + (i + 1);
        String cut = local.length() > 40 ? local.substring(local.length() - 40) : local;
        return cut.replaceAll("^\\.+", "") + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
    }

    private static @Nullable String plan(int percent) {
        if (percent < 10) {
            return "gold";
        }
        return percent < 35 ? "silver" : percent < 80 ? "basic" : null;
    }

    private static String status(int percent) {
        if (percent < 82) {
            return "active";
        }
        return percent < 91 ? "inactive" : percent < 97 ? "pending" : "on_leave";
    }

    private static Map<String, String> registration(@Nullable String name, @Nullable String email, int number) {
        String whole = name == null ? "" : name;
        int split = whole.indexOf(' ');
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(FormRules.FIRST_NAME, whole.substring(0, split));
        answers.put(FormRules.LAST_NAME, whole.substring(split + 1));
        answers.put(FormRules.EMAIL, email == null ? "" : email);
        answers.put("Organization", "Example Society " + number % 7);
        answers.put("Dietary needs", number % 3 == 0 ? "Vegan" : "None");
        return answers;
    }

    /** The members, in list order. */
    public List<FakeMember> members() {
        return members;
    }

    /** Answers of the people who are registered before anybody synchronises, by field name. */
    public List<Map<String, String>> registered() {
        return registered;
    }

    /** Adds the members, and lists one of them twice when there are at least twenty. */
    public void loadInto(FakeMemberships fake) {
        fake.members().addAll(members);
        if (members.size() >= 20) {
            fake.members().duplicateRow(members.get(9).userId());
        }
    }

    /** Fills the event {@link #EVENT}. */
    public void loadInto(FakeAccelevents fake) {
        loadInto(fake.event(EVENT));
    }

    /**
     * Fills an event: the free types General Admission and VIP with a place for everyone, the priced type Workshop Pass, the form fields Organization and Member ID
     * (attributes), Membership Status and Dietary needs (questions), and the people who are registered already.
     */
    public void loadInto(FakeEvent event) {
        int places = members.size() + registered.size() + 50;
        long general = event.addTicketType("General Admission", "0", places);
        event.addTicketType("VIP", "0", places);
        event.addTicketType("Workshop Pass", "49.00", 40);
        event.putField(FakeField.attribute("Organization"));
        event.putField(FakeField.attribute("Member ID"));
        event.putField(FakeField.question("Membership Status"));
        event.putField(FakeField.question("Dietary needs").withOptions("None", "Vegan", "Halal", "Kosher"));
        registered.forEach(answers -> event.addAttendee(general, answers, ""));
    }
}
