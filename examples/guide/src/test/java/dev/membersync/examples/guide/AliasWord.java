package dev.membersync.examples.guide;

/** The one short name that the pages use. */
final class AliasWord implements ShellWord {
    @Override
    public void run(CommandLine line, Walk walk) {
        if (!line.words().get(1).equals("sync-app=java -jar " + JarWord.SYNC_APP)) {
            throw new Mistake("sync-app is short for java -jar " + JarWord.SYNC_APP);
        }
    }
}
