package dev.membersync.sync.engine;

import java.util.List;
import java.util.Locale;

/**
 * What ought to be decided, as tables written by hand from the rules, over letters instead of marks: {@code U} unseen,
 * {@code -} absent, {@code 0} empty, {@code A B C} texts. Shares nothing with the code it judges.
 *
 * <p>A one-way field has a near side (where it comes from) and a far side (where it goes to); of a field that flows both
 * ways the left is called near. So a right-to-left field is looked up with its sides exchanged.
 */
final class Oracle {
    // moved: yes/no against the base, "-" when there is no base or the side was not read.
    // alike: whether both sides say the same now, "-" when one of them was not read.
    private static final String MERGE = """
            # flow strength  base   near          moved  far           moved  alike  winner   => verdict

            # A side that was not read.
            *      *         *      unseen        *      unseen        *      *      *        => nothing
            *      create    *      unseen        *      *             *      *      *        => nothing
            *      create    *      *             *      unseen        *      *      *        => nothing
            one    *         *      unseen        *      *             *      *      *        => nothing

            # One way, the far side not read: near and base decide on change; first contact and the others look, if it can matter.
            one    *         *      *             no     unseen        *      *      *        => nothing
            one    *         *      absent        *      unseen        *      *      *        => nothing
            one    change    none   empty         *      unseen        *      *      *        => nothing
            one    change    none   text          *      unseen        *      *      *        => look
            one    change    *      empty/text    *      unseen        *      *      *        => push
            one    ifempty   *      empty         *      unseen        *      *      *        => nothing
            one    *         *      empty/text    *      unseen        *      *      *        => look

            # Both ways, one side not read: the other one may hold what fills a blank, so first contact always looks.
            both   *         none   *             *      unseen        *      *      *        => look
            both   *         none   unseen        *      *             *      *      *        => look
            both   *         *      *             no     unseen        *      *      *        => nothing
            both   *         *      unseen        *      *             no     *      *        => nothing
            both   *         *      absent        *      unseen        *      *      *        => nothing
            both   *         *      unseen        *      absent        *      *      *        => nothing
            both   *         *      *             yes    unseen        *      *      *        => look
            both   *         *      unseen        *      *             yes    *      *        => look

            # Both read. Agreed pairs rest, whatever their spelling; a first showing becomes the base.
            *      *         near/far *           no     *             no     *      *        => rebase
            *      *         known  *             no     *             no     *      *        => nothing
            *      *         *      *             *      *             *      yes    *        => rebase
            *      *         far    *             no     *             yes    *      *        => rebase
            *      *         near   *             yes    *             no     *      *        => rebase
            *      create    *      *             *      *             *      *      *        => nothing

            # If empty: a text into a known blank, nothing else.
            *      ifempty   *      text          *      absent/empty  *      *      *        => push
            both   ifempty   *      absent/empty  *      text          *      *      *        => pull
            *      ifempty   *      *             *      *             *      *      *        => nothing

            # First contact: fill, never clear; two texts are a conflict, which one-way ENFORCE has settled already.
            *      *         none   text          *      absent/empty  *      *      *        => push
            both   *         none   absent/empty  *      text          *      *      *        => pull
            one    *         none   absent/empty  *      text          *      *      *        => nothing
            one    enforce   none   text          *      text          *      *      *        => push
            *      *         none   text          *      text          *      *      near     => push
            one    *         none   text          *      text          *      *      far      => rebase
            both   *         none   text          *      text          *      *      far      => pull
            *      *         none   text          *      text          *      *      review   => review

            # One way, enforced: any difference is repaired; absent never clears.
            one    enforce   *      absent        *      *             *      *      *        => nothing
            one    enforce   *      *             *      *             *      *      *        => push

            # One side moved.
            one    change    *      *             no     *             yes    *      *        => nothing
            *      *         *      absent        yes    *             no     *      *        => nothing
            *      *         *      *             yes    *             no     *      *        => push
            both   *         *      *             no     absent        yes    *      *        => nothing
            both   *         *      *             no     *             yes    *      *        => pull

            # Both moved, differently.
            *      *         *      absent        *      *             *      *      near     => nothing
            *      *         *      *             *      *             *      *      near     => push
            one    *         *      *             *      *             *      *      far      => rebase
            both   *         *      *             *      absent        *      *      far      => nothing
            both   *         *      *             *      *             *      *      far      => pull
            *      *         *      *             *      *             *      *      review   => review
            """;

    private static final String PAIRS = """
            # link     left    right   base   left: read moved   right: read moved  alike  => situation
            fenced     *       *       *      *     *            *     *            *      => FENCED
            closed     *       *       *      *     *            *     *            *      => TOMBSTONED
            *          gone/merged gone *     *     *            *     *            *      => BOTH_GONE
            *          merged  here    *      *     *            *     *            *      => LEFT_MERGED
            # Without a base nobody can be said to have edited anything.
            *          gone    here    *      *     *            *     yes          *      => GONE_AND_EDITED
            *          gone    here    *      *     *            *     *            *      => LEFT_GONE
            *          here    gone    *      *     yes          *     *            *      => GONE_AND_EDITED
            *          here    gone    *      *     *            *     *            *      => RIGHT_GONE
            # First contact: whatever is read is new.
            *          here    here    none   yes   *            yes   *            yes    => AGREED
            *          here    here    none   yes   *            yes   *            no     => CONFLICT
            *          here    here    none   yes   *            no    *            *      => LEFT_CHANGED
            *          here    here    none   no    *            yes   *            *      => RIGHT_CHANGED
            *          here    here    none   no    *            no    *            *      => CLEAN
            # Against the base.
            *          here    here    *      *     yes          *     yes          yes    => AGREED
            *          here    here    *      *     yes          *     yes          no     => CONFLICT
            *          here    here    *      *     yes          *     *            *      => LEFT_CHANGED
            *          here    here    *      *     *            *     yes          *      => RIGHT_CHANGED
            # A write is shown as it was sent: the base moves, nobody changed anything.
            *          here    here    left/right yes no         yes   no           *      => AGREED
            *          here    here    *      *     *            *     *            *      => CLEAN
            """;

    private static final String MEMBERS = """
            # left  intent  match      => situation
            *       open    *          => EXPLAINED
            gone    none    *          => BOTH_GONE
            here    none    none       => UNMATCHED
            here    none    unique     => MATCHED
            here    none    ambiguous  => DISPUTED
            """;

    private static final String REACTIONS = """
            # situation                                        => default reaction
            CLEAN                                              => NOTHING
            LEFT_CHANGED/RIGHT_CHANGED/MERGEABLE               => MERGE
            AGREED                                             => MERGE    # moves the base, writes nothing
            CONFLICT                                           => MERGE    # by the policy of the field
            UNMATCHED                                          => CREATE
            MATCHED                                            => ADOPT
            DISPUTED                                           => REVIEW
            EXPLAINED                                          => WAIT
            LEFT_GONE                                          => REVIEW
            RIGHT_GONE                                         => SKIP     # never registered again
            GONE_AND_EDITED                                    => REVIEW
            BOTH_GONE                                          => TOMBSTONE
            LEFT_MERGED                                        => TOMBSTONE
            TOMBSTONED                                         => REVIVE   # when both are alive again, else nothing
            FENCED                                             => NOTHING
            """;

    private static final String CREATES = """
            # flow     left                 => verdict
            >/=        text                 => TO_RIGHT
            *          *                    => NOTHING
            """;

    final HandTable merge = HandTable.parse(9, MERGE);
    final HandTable pairs = HandTable.parse(9, PAIRS);
    final HandTable members = HandTable.parse(3, MEMBERS);
    final HandTable reactions = HandTable.parse(1, REACTIONS);
    final HandTable creates = HandTable.parse(2, CREATES);

    /**
     * One field in one case; base is two letters or empty, sent is the side that was written and not seen since, {@code <}
     * or {@code >} or empty, flow is {@code >}, {@code <} or {@code =}.
     */
    record Case(String left, String right, String base, String sent, String flow, String strength, String winner) {
        String baseWord() {
            return base.isEmpty() ? "none" : sent.isEmpty() ? "known" : sent.equals(Cases.SENT_LEFT) ? "left" : "right";
        }
    }

    String verdict(Case c) {
        boolean turned = c.flow().equals("<");
        String near = turned ? c.right() : c.left();
        String far = turned ? c.left() : c.right();
        String nearBase = c.base().isEmpty() ? "" : c.base().substring(turned ? 1 : 0, turned ? 2 : 1);
        String farBase = c.base().isEmpty() ? "" : c.base().substring(turned ? 0 : 1, turned ? 1 : 2);
        String winner = c.winner().equals("review") ? "review" : c.winner().equals("left") == turned ? "far" : "near";
        String answer = merge.answer(List.of(
                c.flow().equals("=") ? "both" : "one",
                c.strength(),
                sentWord(c, turned),
                word(near),
                moved(nearBase, near),
                word(far),
                moved(farBase, far),
                alike(near, far),
                winner));
        return switch (answer) {
            case "push" -> turned ? "TO_LEFT" : "TO_RIGHT";
            case "pull" -> turned ? "TO_RIGHT" : "TO_LEFT";
            default -> answer.toUpperCase(Locale.ROOT);
        };
    }

    /** Which side waits to be seen: the near one or the far one. */
    private static String sentWord(Case c, boolean turned) {
        return switch (c.baseWord()) {
            case "left" -> turned ? "far" : "near";
            case "right" -> turned ? "near" : "far";
            default -> c.baseWord();
        };
    }

    String situation(String link, String leftHere, String rightHere, Case c) {
        String left = leftHere.equals("here") ? c.left() : "U";
        String right = rightHere.equals("gone") ? "U" : c.right();
        String base = c.base();
        return pairs.answer(List.of(
                link,
                leftHere,
                rightHere,
                c.baseWord(),
                left.equals("U") ? "no" : "yes",
                moved(base.isEmpty() ? "" : base.substring(0, 1), left),
                right.equals("U") ? "no" : "yes",
                moved(base.isEmpty() ? "" : base.substring(1), right),
                alike(left, right)));
    }

    static String word(String letter) {
        return switch (letter) {
            case "U" -> "unseen";
            case "-" -> "absent";
            case "0" -> "empty";
            default -> "text";
        };
    }

    private static String moved(String before, String now) {
        return before.isEmpty() || now.equals("U") ? "-" : same(before, now) ? "no" : "yes";
    }

    private static String alike(String one, String other) {
        return one.equals("U") || other.equals("U") ? "-" : same(one, other) ? "yes" : "no";
    }

    private static boolean same(String one, String other) {
        return one.replace('-', '0').equals(other.replace('-', '0'));
    }
}
