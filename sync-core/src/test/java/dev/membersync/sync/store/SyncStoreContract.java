package dev.membersync.sync.store;

/** All that a store promises; a test class of a store implements this and hands out a fresh store for each test. */
interface SyncStoreContract
        extends TransactionContract,
                OverlayContract,
                MembersContract,
                TicketsContract,
                TicketMergeContract,
                LinksContract,
                QueuesContract,
                WorkContract,
                ReviewsContract,
                IncidentsContract,
                MetaContract,
                TombstonesContract,
                PaymentsContract {}
