package dev.membersync.sync.store;

/** The parts of a JDBC store in one transaction. */
record SqlTx(
        Members members,
        Tickets tickets,
        Links links,
        Intents intents,
        Work work,
        Cursors cursors,
        Reviews reviews,
        DeadLetters deadLetters,
        Incidents incidents,
        Payments payments,
        Audit audit,
        Tombstones tombstones,
        Meta meta)
        implements SyncStore.Tx {
    static SqlTx of(SqlSession session, long scope) {
        return new SqlTx(
                new SqlMembers(session, scope),
                new SqlTickets(session, scope),
                new SqlLinks(session, scope),
                new SqlIntents(session, scope),
                new SqlWork(session, scope),
                new SqlCursors(session, scope),
                new SqlReviews(session, scope),
                new SqlDeadLetters(session, scope),
                new SqlIncidents(session, scope),
                new SqlPayments(session, scope),
                new SqlAudit(session, scope),
                new SqlTombstones(session),
                new SqlMeta(session));
    }
}
