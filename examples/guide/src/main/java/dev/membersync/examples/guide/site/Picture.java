package dev.membersync.examples.guide.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Shows a flowchart as a list of its boxes and arrows, which needs no script; other blocks of code as they are. */
final class Picture implements NodeRenderer {
    private static final Pattern BOX = Pattern.compile("(\\w+)[\\[(]+\"?([^\\])\"]+)\"?[\\])]+");
    private static final Pattern ARROW = Pattern.compile("^\\s*(\\w+)\\S*.*?(?:--|-\\.).*?> (\\w+)");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    Picture(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        html.line();
        if (block.getInfo().equals("mermaid")) {
            flow(block.getLiteral());
        } else {
            html.tag("pre");
            html.tag("code", context.extendAttributes(node, "code", Map.of("class", "language-" + block.getInfo())));
            html.text(block.getLiteral());
            html.tag("/code");
            html.tag("/pre");
        }
        html.line();
    }

    private void flow(String text) {
        Map<String, String> boxes = new LinkedHashMap<>();
        BOX.matcher(text).results().forEach(box -> boxes.put(box.group(1), box.group(2)));
        html.tag("ul", Map.of("class", "picture"));
        for (Map.Entry<String, String> box : boxes.entrySet()) {
            String[] words = box.getValue().split("<br>", 2);
            html.tag("li");
            html.tag("b");
            html.text(words[0]);
            html.tag("/b");
            html.text((words.length > 1 ? ": " + words[1] : "") + targets(box.getKey(), text, boxes));
            html.tag("/li");
        }
        html.tag("/ul");
    }

    /** Where the arrows of a box lead. */
    private static String targets(String from, String text, Map<String, String> boxes) {
        StringBuilder targets = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.find() && arrow.group(1).equals(from)) {
                String name = boxes.getOrDefault(arrow.group(2), arrow.group(2));
                targets.append(targets.isEmpty() ? " \u2192 " : ", ").append(name.split("<br>", 2)[0]);
            }
        }
        return targets.toString();
    }
}
