package dev.membersync.examples.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a kind of block has to keep to. */
interface Kind {
    /** Looks at a block, or does what it says. Throws {@link Mistake} when it is not so. */
    void check(Block block, Walk walk);

    /** The kinds by the word behind their fence; no other block is allowed. */
    static Kind of(Block block) {
        Map<String, Kind> kinds = Map.ofEntries(
                Map.entry("java", new JavaKind()),
                Map.entry("yaml", new YamlKind()),
                Map.entry("sh", new ShellKind()),
                Map.entry("text", new TextKind()),
                Map.entry("xml", new XmlKind()),
                Map.entry("json", new JsonKind()),
                Map.entry("csv", new CsvKind()),
                Map.entry("ini", new UnitKind()),
                Map.entry("mermaid", new MermaidKind()),
                Map.entry("fakes", new FakesKind()));
        return Optional.ofNullable(kinds.get(block.kind()))
                .orElseThrow(() -> new Mistake((block.kind().isEmpty()
                                ? "a fence without a word"
                                : "there is no kind of block \"" + block.kind() + "\"")
                        + "; begin it with one of "
                        + kinds.keySet().stream().sorted().toList()));
    }

    /** Walks through a page from its first block to its last. */
    static void checkAll(List<Block> blocks, Walk walk) {
        for (Block block : blocks) {
            try {
                of(block).check(block, walk);
            } catch (RuntimeException e) {
                throw new Mistake(block.place() + ": " + e.getMessage(), e);
            }
        }
    }
}
