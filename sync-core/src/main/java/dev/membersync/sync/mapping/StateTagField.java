package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Unicode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of the registration as one tag of the member: of the tags for all states, the one for this state is there. */
final class StateTagField extends ToldState {
    /** @param tags the tag for each state, in lower case, as tags are stored (INFER) */
    StateTagField(StateWords tags) {
        super(tags);
    }

    @Override
    public String name() {
        return Fields.REGISTRATION_TAG;
    }

    @Override
    public Value left(Member member) {
        Value all = member.field(MemberDraft.TAGS);
        if (all.kind() == Value.Kind.ABSENT) {
            return Value.unseen();
        }
        List<String> known = all.text().stream()
                .flatMap(text -> Arrays.stream(text.split("\n")))
                .map(Unicode::lowerCase)
                .toList();
        return Value.of(words.values().stream().filter(known::contains).collect(Collectors.joining("\n")));
    }

    @Override
    public Value right(Registration registration) {
        return States.value(registration, state -> Value.of(words.word(state).orElse("")));
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        States.checkKnown(value);
        value.text().ifPresent(draft::tag);
        words.values().forEach(draft::untag);
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription("member.tags", "registration.state", "as written", words.rows());
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.TAGS);
    }
}
