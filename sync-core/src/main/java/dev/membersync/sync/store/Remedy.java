package dev.membersync.sync.store;

import java.sql.SQLException;
import java.util.Map;

/** What to do about a failure of SQLite that no program mends. */
final class Remedy {
    private static final String DAMAGED =
            "restore the file from a backup with its key file, after the files beside it that"
                    + " end in -wal and -shm were taken away, or move all of them away and begin with an empty store, which"
                    + " finds every ticket again";
    private static final String NO_RIGHT =
            "see that this user may write the file, those beside it whose names begin with"
                    + " its name, and their folder, and that the disk takes writes";

    /** By SQLite's primary result code (https://sqlite.org/rescode.html). */
    private static final Map<Integer, String> BY_CODE = Map.of(
            3, NO_RIGHT,
            8, NO_RIGHT,
            10, "the disk or its file system failed; look into the system's log",
            11, DAMAGED,
            13, "the disk is full; make room, and it goes on where it stopped",
            14, NO_RIGHT,
            26, DAMAGED);

    private Remedy() {}

    /** To be put behind a message; empty when nothing is known. */
    static String of(SQLException failure) {
        boolean sqlite = String.valueOf(failure.getMessage()).startsWith("[SQLITE_");
        String what = sqlite ? BY_CODE.get(failure.getErrorCode() & 0xff) : null;
        return what == null ? "" : "; " + what;
    }
}
