package dev.membersync.sync.mapping;

import dev.membersync.sync.record.Member;
import dev.membersync.sync.record.MemberDraft;
import dev.membersync.sync.record.Registration;
import dev.membersync.sync.record.RegistrationDraft;
import dev.membersync.sync.record.Value;
import dev.membersync.sync.text.Unicode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of the registration as one tag of the member: of the tags for all states, the one for this state is there. */
final class StateTagField implements FieldMapper {
    private final StateWords tags;

    /** @param tags the tag for each state, in lower case, as tags are stored (INFER) */
    StateTagField(StateWords tags) {
        this.tags = tags;
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
        return Value.of(tags.values().stream().filter(known::contains).collect(Collectors.joining("\n")));
    }

    @Override
    public Value right(Registration registration) {
        return States.value(registration, state -> Value.of(tags.word(state).orElse("")));
    }

    @Override
    public void toRight(Value value, RegistrationDraft draft) {
        throw new UnsupportedOperationException("the state of a registration is not a member's to change");
    }

    @Override
    public void toLeft(Value value, MemberDraft draft) {
        States.checkKnown(value);
        value.text().ifPresent(draft::tag);
        tags.values().forEach(draft::untag);
    }

    @Override
    public Direction direction() {
        return Direction.RIGHT_TO_LEFT;
    }

    @Override
    public Visibility visibility() {
        return Visibility.ORDER;
    }

    @Override
    public boolean isBlindOnLeft() {
        return true;
    }

    @Override
    public Optional<Lifecycle> lifecycle() {
        return Optional.of(tags);
    }

    @Override
    public FieldDescription describe() {
        return new FieldDescription("member.tags", "registration.state", "as written", tags.rows());
    }

    @Override
    public Set<String> leftReads() {
        return Set.of(MemberDraft.TAGS);
    }

    @Override
    public Set<String> rightReads() {
        return Set.of("state");
    }
}
