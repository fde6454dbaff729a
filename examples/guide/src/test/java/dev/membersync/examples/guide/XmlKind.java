package dev.membersync.examples.guide;

import org.w3c.dom.Element;

/** A dependency is one that a pom of this repository has, or is a module of it, in the same version and scope. */
final class XmlKind implements Kind {
    @Override
    public void check(Block block, Walk walk) {
        Reactor reactor = Reactor.at(walk.root());
        Element all = Xml.parse("<block>" + block.text().replaceFirst("<\\?xml.*?\\?>", "") + "</block>");
        for (Element said : Xml.all(all, "dependency")) {
            Reactor.Dependency dependency = reactor.dependency(said);
            if (!reactor.known().contains(dependency)) {
                throw new Mistake("no pom here has " + dependency);
            }
        }
    }
}
