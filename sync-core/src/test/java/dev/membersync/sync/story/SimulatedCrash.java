package dev.membersync.sync.story;

/** The process dies here. No code of the engine may catch it. */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    public SimulatedCrash(String step) {
        super("crash at " + step, null, false, false);
    }

    /** True when this was the end of an engine, whatever its executor wrapped around it. */
    public static boolean caused(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SimulatedCrash) {
                return true;
            }
        }
        return false;
    }
}
