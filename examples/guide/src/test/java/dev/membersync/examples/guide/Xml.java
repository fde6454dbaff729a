package dev.membersync.examples.guide;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Elements of a text. */
final class Xml {
    private Xml() {}

    /** The root of a text. Throws {@link Mistake} when it is no XML. */
    static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (Exception e) {
            throw new Mistake("this is no XML: " + e.getMessage(), e);
        }
    }

    /** The elements of a name, at any depth. */
    static List<Element> all(Element root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = root.getElementsByTagName(name);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    /** The text of a child of its own; empty when there is none. */
    static String text(Element root, String child) {
        for (Node at = root.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at.getNodeName().equals(child)) {
                return at.getTextContent().strip();
            }
        }
        return "";
    }
}
