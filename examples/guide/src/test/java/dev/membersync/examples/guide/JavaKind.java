package dev.membersync.examples.guide;

import java.nio.file.Files;
import java.nio.file.Path;

/** Java is a region of a source that is compiled, and that a test runs. */
final class JavaKind implements Kind {
    @Override
    public void check(Block block, Walk walk) {
        String[] named = block.note("snippet")
                .orElseThrow(() -> new Mistake("Java needs <!-- snippet: PATH#name --> right before it"))
                .split("#", 2);
        Path source = walk.root().resolve(named[0]);
        if (named.length < 2 || !Files.isRegularFile(source)) {
            throw new Mistake("there is no source " + named[0]);
        }
        String region = Region.of(source, named[1]);
        if (!region.equals(block.text())) {
            throw new Mistake("it is not the region " + named[1] + " of " + named[0] + ", which is\n" + region);
        }
        Reach.require(source);
    }
}
