package dev.membersync.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.property.Property;
import dev.membersync.sync.engine.Pair.LinkStanding;
import dev.membersync.sync.engine.Pair.Side;
import dev.membersync.sync.mapping.Fields;
import dev.membersync.sync.policy.Situation;
import dev.membersync.sync.record.Mark;
import dev.membersync.sync.store.Base;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** F-48: when two records that are linked may have become two people. */
class IdentityTest {
    private static final List<Oracle.Case> ALL = Cases.all();

    @Property(seeds = 20_000)
    void itIsAnotherPersonWhenNameAndAddressAreBothReplacedAndOnlyThen(SplittableRandom random) {
        Oracle.Case name = ALL.get(random.nextInt(ALL.size()));
        Oracle.Case email = ALL.get(random.nextInt(ALL.size()));

        Decision decision = decide(name, email);

        boolean other = isReplaced(name) && isReplaced(email);
        assertThat(decision.situation() == Situation.IDENTITY).isEqualTo(other);
        assertThat(decision.fields().isEmpty() || !other).isTrue();
    }

    /** A text that was agreed before, confirmed, has become another text, which the left side does not show. */
    private static boolean isReplaced(Oracle.Case c) {
        boolean text = Oracle.word(c.right()).equals("text");
        boolean known = !c.base().isEmpty() && !c.sent().equals(Cases.SENT_RIGHT);
        return text && known && !c.base().endsWith(c.right()) && !c.left().equals(c.right());
    }

    private static Decision decide(Oracle.Case name, Oracle.Case email) {
        Map<String, Base> base = new HashMap<>();
        Cases.base(name).forEach((field, pair) -> base.put(Fields.NAME, pair));
        Cases.base(email).forEach((field, pair) -> base.put(Fields.EMAIL, pair));
        return Cases.decide(Cases.rule(Fields.NAME, name), Cases.rule(Fields.EMAIL, email))
                .linked(new Pair(
                        LinkStanding.LIVE,
                        Side.present(marks(name.left(), email.left())),
                        Side.present(marks(name.right(), email.right())),
                        base));
    }

    private static Map<String, Mark> marks(String name, String email) {
        return Map.of(Fields.NAME, Cases.mark(name), Fields.EMAIL, Cases.mark(email));
    }
}
