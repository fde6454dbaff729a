package dev.membersync.sync.proof;

/**
 * What world a story happens in.
 *
 * @param bothWays members are contacts whose name, address and food flow both ways; else users who are only read
 * @param live the engine runs live, on one thread, between webhooks that come badly; else it is run now and then
 */
record Kind(boolean bothWays, boolean live) {
    static final Kind ONE_WAY = new Kind(false, false);
    static final Kind BOTH_WAYS = new Kind(true, false);
    static final Kind LIVE = new Kind(false, true);
    static final Kind LIVE_BOTH_WAYS = new Kind(true, true);

    /** Drawn so that the long stories do not outweigh the others. */
    static Kind of(long seed) {
        return switch ((int) Math.floorMod(seed, 10L)) {
            case 5, 6, 7 -> BOTH_WAYS;
            case 8 -> LIVE;
            case 9 -> LIVE_BOTH_WAYS;
            default -> ONE_WAY;
        };
    }
}
