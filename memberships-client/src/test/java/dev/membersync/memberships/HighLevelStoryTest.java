package dev.membersync.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.membersync.client.Operation;
import dev.membersync.compare.Compare;
import dev.membersync.memberships.profile.MembershipsProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the live service through the typed client against the stateful fake, in both versions. */
class HighLevelStoryTest {

    private static final Map<String, Consumer<HighLevelStage>> STORIES = stories();

    private static Map<String, Consumer<HighLevelStage>> stories() {
        Map<String, Consumer<HighLevelStage>> all = new LinkedHashMap<>(PeopleStories.all());
        all.putAll(MoneyStories.all());
        return all;
    }

    static Stream<String> version2() {
        return STORIES.keySet().stream();
    }

    static Stream<String> version3() {
        return version2().filter(MembershipsProfile.HIGHLEVEL_V3::has);
    }

    @ParameterizedTest
    @MethodSource("version2")
    void doesWhatItSays(String operation) {
        tell(operation, MembershipsProfile.HIGHLEVEL);
    }

    @ParameterizedTest
    @MethodSource("version3")
    void doesWhatItSaysInVersion3(String operation) {
        tell(operation, MembershipsProfile.HIGHLEVEL_V3);
    }

    @Test
    void noOperationIsWithoutAStory() {
        var operations = MembershipsProfile.HIGHLEVEL.routes().keySet();

        Compare.allKnown(
                "operations without a story in PeopleStories, MoneyStories or LocationStories",
                operations,
                STORIES.keySet());
        Compare.allKnown("stories of no operation of HIGHLEVEL", STORIES.keySet(), operations);
    }

    /** A story counts only when the fake answered its operation well. */
    private static void tell(String id, MembershipsProfile profile) {
        Operation operation = profile.route(id).operation();
        try (var stage = new HighLevelStage(profile)) {
            Objects.requireNonNull(STORIES.get(id)).accept(stage);
            assertThat(stage.answered()).contains(HighLevelStage.form(operation.method(), operation.path()));
        }
    }
}
