package dev.membersync.sync.proof;

import dev.membersync.sync.story.World;

/** Members who were registered and have another name since, so that the next run has to write each of them. */
final class Renamed {
    private Renamed() {}

    /** So many of them, in an empty world. */
    static void people(World world, int members) {
        for (int i = 1; i <= members; i++) {
            world.memberships.members().add(World.member("m" + i, "Person Number" + i));
        }
        world.sync();
        world.memberships
                .members()
                .all()
                .forEach(member -> world.memberships.members().rename(member.userId(), "Renamed " + member.userId()));
    }
}
