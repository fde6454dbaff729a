package dev.membersync.examples.guide.site;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes HTML of the text of a page. */
final class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();

    /** The body of a page; notes to the tests are left out, headings get anchors, links become those of the site. */
    String html(String text, UnaryOperator<String> links) {
        Node page = parser.parse(text);
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                block.unlink();
            }

            @Override
            public void visit(Link link) {
                link.setDestination(links.apply(link.getDestination()));
                visitChildren(link);
            }
        });
        Anchors anchors = new Anchors();
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(context -> (node, tag, attributes) -> name(node, anchors, attributes))
                .nodeRendererFactory(Picture::new)
                .build()
                .render(page);
    }

    private static void name(Node node, Anchors anchors, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", anchors.next(words(heading)));
        }
    }

    /** The words of a heading. */
    static String words(Node heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
