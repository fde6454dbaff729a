package dev.membersync.examples.benchmarks.load;

import java.nio.file.Path;

/** Where subjects keep what they remember. */
interface Database extends AutoCloseable {
    /** The JDBC url of an empty store for one run. */
    String fresh(Path folder);

    /** Bytes that the server wrote so far; 0 where there is none and the subject writes itself. */
    long written();

    /** Transactions that the server ended so far, reading ones too; 0 where there is no server. */
    long transactions();

    @Override
    void close();

    /** One file for each run, in its folder. */
    static Database sqlite() {
        return new Database() {
            @Override
            public String fresh(Path folder) {
                return "jdbc:sqlite:" + folder.resolve("store.db");
            }

            @Override
            public long written() {
                return 0;
            }

            @Override
            public long transactions() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }
}
