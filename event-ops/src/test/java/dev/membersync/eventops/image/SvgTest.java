package dev.membersync.eventops.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");

    private static Element svg(String title) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(QrCode.of(QrCodeTest.TICKET).svg(title))))
                .getDocumentElement();
    }

    @Test
    void itHasATitleARoleAndSharpEdges() throws Exception {
        Element svg = svg("Ticket 3 of 4");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("shape-rendering")).isEqualTo("crispEdges");
        assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(svg.getFirstChild().getTextContent()).isEqualTo("Ticket 3 of 4");
    }

    @Test
    void aModuleIsHalfAMillimetreWideInPrint() throws Exception {
        Element svg = svg("Ticket");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 53 53");
        assertThat(svg.getAttribute("width")).isEqualTo("26.5mm");
        assertThat(svg.getAttribute("height")).isEqualTo("26.5mm");
    }

    @Test
    void aTitleCannotBecomeMarkup() throws Exception {
        String title = "</title><script>alert(1)</script> & \"more\" ]]>";
        assertThat(svg(title).getFirstChild().getTextContent()).isEqualTo(title);
    }

    @Test
    void charactersThatXmlCannotHoldBecomeBlanks() throws Exception {
        assertThat(svg("a\0b\ud83cc\uffffd\ud83c\udf9f").getFirstChild().getTextContent())
                .isEqualTo("a b c d\ud83c\udf9f");
    }

    @Test
    void itDrawsTheTicket() {
        String svg = QrCode.of(QrCodeTest.TICKET).svg("Ticket");
        BufferedImage image = new BufferedImage(53 * 4, 53 * 4, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            assertThat(run.group(4)).isEqualTo(run.group(1));
            graphics.fillRect(number(run, 1), number(run, 2), number(run, 3), 4);
        }
        graphics.dispose();
        assertThat(FrameReader.read(Pictures.file(image, "png")))
                .isEqualTo(new FrameReading.Texts(List.of(QrCodeTest.TICKET)));
    }

    private static int number(Matcher run, int group) {
        return 4 * Integer.parseInt(run.group(group));
    }
}
